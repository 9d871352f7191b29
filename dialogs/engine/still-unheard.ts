import type { InboundEvent } from '../protocol/event.ts';
import type { OutboundMessage } from '../protocol/message.ts';
import type { ConversationState } from '../protocol/state.ts';

/** Who comes back later than this begins anew, and hears nothing of then; in milliseconds. */
const KEPT_MS = 10 * 60_000;

/** The customer themselves spoke or acted, so that the place asked for an answer. Whatever else happens has nobody who hears it. */
const ASKS: ReadonlySet<InboundEvent['kind']> = new Set(['utterance', 'choice', 'attachment', 'session', 'silence']);

/**
 * Of what was said last at a place that answers only when it is asked, what did not come through.
 * @param now milliseconds since 1970
 */
export function stillUnheard(
  event: InboundEvent,
  before: ConversationState['unheard'],
  now: number,
): readonly OutboundMessage[] {
  if (before === undefined || now - Date.parse(before.at) > KEPT_MS) return [];
  if (!ASKS.has(event.kind)) return before.messages;
  if (event.heard === undefined) return [];
  // All up to it came through with it.
  return before.messages.slice(before.messages.findIndex(({ id }) => id === event.heard) + 1);
}
