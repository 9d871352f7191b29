import type { Command, CommandKind } from './command.ts';
import type { FlowId, StepId } from './ids.ts';
import type { Locale } from './locale.ts';
import type { Json } from './value.ts';

/** What the customer's words were understood to mean. Commands stand in the order in which they are to be done. */
export interface Understanding {
  readonly commands: readonly Command[];
  /** 0 to 1, of the least certain command. */
  readonly confidence: number;
  readonly by: 'platform' | 'rules' | 'embedded' | 'dialogflow-cx' | 'llm' | 'given';
  /** The language of the words, when it is not the conversation's. */
  readonly otherLocale?: Locale;
}

/** A slot that the customer's words may fill. */
export interface FillableSlot {
  readonly name: string;
  /** Slot type of the dialog format: `order_number`, `date`, `choice` … */
  readonly type: string;
  /** Words for each value of a `choice`, in the conversation's language: value → label and synonyms. */
  readonly choices?: readonly {
    readonly value: string;
    readonly words: readonly string[];
  }[];
  /** Already filled: another value for it is a correction. */
  readonly filled: boolean;
  /** The flow that declares it, or undefined for a shared slot. */
  readonly flow?: FlowId;
}

/** What an open question takes as an answer. */
export interface OpenQuestion {
  readonly flow: FlowId;
  readonly step: StepId;
  readonly slot: string;
  readonly type: string;
  /** The offered answers in their order, so that "the second one" and a label can be understood. */
  readonly options: readonly {
    readonly value: Json;
    readonly label: string;
    readonly synonyms: readonly string[];
  }[];
  readonly skippable: boolean;
  /** A boolean question: "yes" and "no" are answers to it. */
  readonly yesNo: boolean;
  /** Free text: whatever is said is the answer, unless it is clearly something else. */
  readonly freeText: boolean;
  /** A yes buys, cancels or books: it has to be plain, and nothing else may be meant by it. */
  readonly commits?: boolean;
  /** What a read-back tells of the customer's earlier answers. */
  readonly tells?: readonly ToldSlot[];
}

/** A slot whose value a read-back tells: another value for it in the answer puts it right. */
export interface ToldSlot {
  readonly slot: string;
  readonly type: string;
  /** What was offered when the slot was asked for; empty where nothing was. */
  readonly options: OpenQuestion['options'];
  /** The option that is told now. */
  readonly chosen?: Json;
  /** Words of the customer's own, such as an address. */
  readonly freeText: boolean;
}

/** Everything that understanding has to know of the dialogs, worked out by the engine from the state. */
export interface Expectation {
  readonly locale: Locale;
  readonly question?: OpenQuestion;
  /** Flows that may start now (guards hold). */
  readonly flows: readonly FlowId[];
  readonly slots: readonly FillableSlot[];
  readonly allowed: readonly CommandKind[];
  /** Flows on the way from the customer's request to the open question: what they offer is meant before the same words elsewhere. */
  readonly running?: readonly FlowId[];
  /** The request that ended last, where nothing else began since: "and the tablet?" asks it once more. */
  readonly last?: FlowId;
  /** Is a customer's flow (no pattern) running? Then "cancel" and "never mind" have something to end. */
  readonly busy: boolean;
}
