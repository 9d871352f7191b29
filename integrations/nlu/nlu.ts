import type { Example } from '../../dialogs/flow/text.ts';
import type { FlowId } from '../../dialogs/protocol/ids.ts';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { Expectation, Understanding } from '../../dialogs/protocol/understanding.ts';

/** What an engine learns from: the phrases of the dialogs, per language and flow. */
export type TrainingExamples = Readonly<Record<Locale, Readonly<Record<FlowId, readonly Example[]>>>>;

/** What of the world helps to read a sentence: never the customer's data. */
export interface UnderstandingContext {
  /** ISO instant; "tomorrow" is reckoned from it in `zone`. */
  readonly now: string;
  /** IANA time zone. */
  readonly zone: string;
  /** The conversation's opaque id, for what is kept of its words here: it is erased with it. Never sent to a service. */
  readonly conversation?: string;
}

/**
 * THE SOCKET of understanding: words in, commands out. Only commands go on to the dialog.
 * @example
 * const { commands } = await nlu.understand('where is my order?', expectation, { now, zone });
 * // [{ kind: 'start_flow', flow: 'order-status' }]
 */
export interface Nlu {
  /** Resolves when it has learned from the dialogs. What is asked before waits for it; undefined: it knows all it ever will. */
  readonly learned?: Promise<unknown> | undefined;
  understand(text: string, expectation: Expectation, context: UnderstandingContext): Promise<Understanding>;
}
