import type { FlowId } from '../../dialogs/protocol/ids.ts';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { Json, Slots } from '../../dialogs/protocol/value.ts';

/** What a phrase was written for: a flow, or a flow with some slots set ("cancel my order" = order-status with `wish: cancel`). */
export interface IntentLabel {
  /** `order-status`, or `order-status {"wish":"cancel"}`: the same for equal flow and slots. */
  readonly id: string;
  readonly flow: FlowId;
  readonly set: Slots;
  /** The slot that takes the customer's own words: a question to be looked up, a symptom. */
  readonly words?: string;
}

export interface ScoredIntent {
  readonly label: IntentLabel;
  /** 0 to 1: how probable it is that this is what was meant. */
  readonly score: number;
  /** How clearly this wish, rather than another of the same flow, was meant; above 0 it fits. */
  readonly fit?: number;
}

/** A value that stands in the customer's words. */
export interface FoundEntity {
  /** Slot type: `order_number`, `date` … */
  readonly type: string;
  readonly value: Json;
  /** Only for this slot: words of one slot's choices. */
  readonly slot?: string;
  /** Where it stands in the cleaned text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1. Below 0.5: only good as the answer to a question for exactly this type. */
  readonly confidence: number;
}

/** One request inside a sentence, as an engine reads it. */
export interface ClauseReading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Best first, one per flow. */
  readonly intents: readonly ScoredIntent[];
}

/**
 * What an engine found in the words before the dialog has its say. Every engine (embedded, cloud, language model) answers in this
 * shape; `toCommands` makes commands of it, so that an answer means the same whoever gave it.
 */
export interface Reading {
  readonly locale: Locale;
  readonly clauses: readonly ClauseReading[];
  readonly entities: readonly FoundEntity[];
  /** The words correct something said before: "sorry, I meant …". */
  readonly corrects: boolean;
  /** The words make sense as a sentence of this language, whether or not we can serve it. */
  readonly sensible: boolean;
  /** They ask or request something, rather than tell or answer. */
  readonly asks: boolean;
}
