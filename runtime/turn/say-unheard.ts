import { stillUnheard } from '../../dialogs/engine/still-unheard.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { OutboundMessage } from '../../dialogs/protocol/message.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import type { CommitTurn, StoredReply } from '../../integrations/conversation-store/conversation-store.ts';
import { instantOf } from '../clock.ts';

type Unheard = ConversationState['unheard'];

/** A place that never says it heard anything is not told ever more: so much as JSON, the newest first. */
const MOST_BYTES = 4096;

/**
 * At a place that answers only when it is asked, an answer is gone when a process dies before it has left, or when nobody waits for it
 * any more. What such a place did not hear is said first the next time that it asks.
 * @param before what was said there last
 */
export function sayUnheard(turn: CommitTurn, event: InboundEvent, before: Unheard, now: number): CommitTurn {
  if (turn.reply === undefined)
    return before === undefined ? turn : { ...turn, state: withUnheard(turn.state, undefined) };
  const messages = newest([...stillUnheard(event, before, now), ...messagesOf(turn.reply)]);
  const unheard = messages.length === 0 ? undefined : { at: instantOf(now), messages };
  return { ...turn, state: withUnheard(turn.state, unheard), reply: replyOf(messages) };
}

function withUnheard({ unheard: _, ...state }: ConversationState, unheard: Unheard): ConversationState {
  return unheard === undefined ? state : { ...state, unheard };
}

/** What is said again further on, as the same question is, be it in other words, is said there alone. */
function newest(messages: readonly OutboundMessage[]): readonly OutboundMessage[] {
  const kept: OutboundMessage[] = [];
  let bytes = 0;
  for (const message of messages.toReversed()) {
    if (kept.some((later) => isSame(later, message))) continue;
    bytes += JSON.stringify(message).length;
    if (bytes > MOST_BYTES && kept.length > 0) break;
    kept.push(message);
  }
  return kept.toReversed();
}

const isSame = (later: OutboundMessage, { text, key, listen }: OutboundMessage): boolean =>
  later.text === text || (listen && later.listen && key !== undefined && later.key === key);

// The reply of a turn is what `handle-turn` put there: messages, which are JSON by their types.
const messagesOf = (reply: StoredReply): readonly OutboundMessage[] =>
  (reply as unknown as { readonly messages: readonly OutboundMessage[] }).messages;
const replyOf = (messages: readonly OutboundMessage[]): StoredReply => ({ messages }) as unknown as StoredReply;
