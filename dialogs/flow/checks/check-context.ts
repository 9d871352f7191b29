import type { Capabilities } from '../../protocol/capabilities.ts';
import type { TextKey } from '../../protocol/ids.ts';
import type { ActionCatalogue } from '../action-catalogue.ts';
import type { FlowFacts } from '../analysis/find-facts.ts';
import type { PlacedText, PlacedTextUse } from '../analysis/text-usage.ts';
import type { CompiledExpressions } from '../compile-expressions.ts';
import type { ProblemReport } from '../flow-problem.ts';
import type { ParsedDialogs } from '../parse-dialogs.ts';
import type { SlotTypes } from '../slot-types.ts';

/** A channel of the bot with what it can do. */
interface CheckedChannel {
  readonly name: string;
  readonly can: Capabilities;
}

/** What every check may look at, worked out once. */
export interface CheckContext {
  readonly dialogs: ParsedDialogs;
  readonly expressions: CompiledExpressions;
  readonly types: SlotTypes;
  readonly actions: ActionCatalogue;
  readonly channels: readonly CheckedChannel[];
  readonly facts: FlowFacts;
  readonly texts: readonly PlacedText[];
  /** One text in each language that has it. */
  textsOf(key: TextKey): readonly PlacedText[];
  readonly textUses: ReadonlyMap<TextKey, readonly PlacedTextUse[]>;
  readonly report: ProblemReport;
}

/** One group of checks. */
export type Check = (context: CheckContext) => void;
