import type { FlowId, StepId } from '../protocol/ids.ts';
import type { Target } from './next.ts';
import type { SlotDefinition } from './slot-definition.ts';
import type { Step } from './steps/index.ts';

/** A step with its place: nested lists are flattened, so that the engine never walks a tree. */
export interface PlacedStep {
  readonly step: Step;
  /** What runs when the step's `next` says nothing: the following step of its list, or the one after the step that branched. */
  readonly after: Target;
  /** 0 = top list. */
  readonly depth: number;
}

export interface Migration {
  readonly from: number;
  readonly steps: Readonly<Record<StepId, Target>>;
  readonly slots: Readonly<Record<string, string | null>>;
}

/** One flow after parsing. */
export interface Flow {
  readonly flow: FlowId;
  readonly version: number;
  readonly description: string;
  readonly owner?: string;
  readonly triggers: {
    readonly min_confidence?: number;
    readonly events: readonly string[];
  };
  readonly if?: string;
  readonly interruptions: 'allow' | 'ask' | 'block';
  readonly ask_more: boolean;
  /** Its own slots; shared ones stand in the book. */
  readonly slots: Readonly<Record<string, SlotDefinition>>;
  readonly first: StepId;
  /** Every step by id, in the order of the file. */
  readonly steps: Readonly<Record<StepId, PlacedStep>>;
  readonly migrate: readonly Migration[];
}
