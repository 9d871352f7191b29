import type { InboundEvent } from '../protocol/event.ts';
import type { OutboundMessage } from '../protocol/message.ts';
import type { ConversationState } from '../protocol/state.ts';

/** Who comes back later than this begins anew, and hears nothing of then; in milliseconds. */
const KEPT_MS = 10 * 60_000;

/** The customer themselves spoke or acted, so that the place asked for an answer. Whatever else happens has nobody who hears it. */
const ASKS: ReadonlySet<InboundEvent['kind']> = new Set(['utterance', 'choice', 'attachment', 'session', 'silence']);

type Unheard = ConversationState['unheard'];

/**
 * Of what was said last at a place that answers only when it is asked, what did not come through and is still worth saying.
 * @param now milliseconds since 1970
 */
export function stillUnheard(event: InboundEvent, before: Unheard, now: number): readonly OutboundMessage[] {
  return before === undefined || now - Date.parse(before.at) > KEPT_MS ? [] : neverHeard(event, before);
}

/** The same, however long ago it was. */
export function neverHeard(event: InboundEvent, before: Unheard): readonly OutboundMessage[] {
  if (before === undefined) return [];
  if (!ASKS.has(event.kind)) return before.messages;
  if (event.heard === undefined) return [];
  // All up to it came through with it.
  return before.messages.slice(before.messages.findIndex(({ id }) => id === event.heard) + 1);
}
