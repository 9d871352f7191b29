import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import type { BookInUse } from '../books/book-in-use.ts';
import type { RuntimeParts } from '../parts.ts';
import { isSamePerson } from './same-person.ts';

/**
 * The dialogs of a turn: those the conversation began with. Who comes anew, or comes back to a conversation in which nothing is open,
 * is led by today's.
 */
export async function bookOf(
  { book }: Pick<RuntimeParts, 'book'>,
  event: InboundEvent,
  kept: ConversationState | undefined,
): Promise<BookInUse> {
  if (!kept) return book.current();
  if (event.kind === 'session' && (isAtRest(kept) || !isSamePerson(kept.identity, event.identity)))
    return book.current();
  return book.of(kept.bookRevision);
}

const isAtRest = ({ stack, calls, deferred, parked, control }: ConversationState): boolean =>
  control.owner === 'bot' && [stack, calls, deferred, parked].every(({ length }) => length === 0);
