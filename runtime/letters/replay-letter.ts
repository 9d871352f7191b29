import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationStore, DeadLetter } from '../../integrations/conversation-store/conversation-store.ts';
import type { RuntimeSettings } from '../parts.ts';

type Store = Pick<ConversationStore, 'begin' | 'commit' | 'release' | 'locate' | 'dropLetter'>;

/** `busy`: a turn of the conversation runs; ask again. `gone`: the conversation is not there any more. `full`: too much waits there. */
export type Replayed = 'replayed' | 'busy' | 'gone' | 'full';

/**
 * Gives what could not be done another try: a message goes back into its conversation, behind what waits there; something to be sent goes
 * back among what is to be sent, to where the customer was last. Whoever runs the conversations finds it with their next sweep. The letter
 * is taken away last: cut off in the middle, it is replayed again, and known by its id.
 */
export async function replayLetter(store: Store, letter: DeadLetter, settings: Limits): Promise<Replayed> {
  const done = await (letter.kind === 'turn'
    ? bringAgain(store, letter, settings)
    : sendAgain(store, letter, settings));
  if (done === 'replayed') await store.dropLetter(letter.id);
  return done;
}

type Limits = Pick<RuntimeSettings, 'leaseMs' | 'dedupeMs' | 'inboxMax'>;

const idOf = ({ id, conversationId }: DeadLetter): string => `replay:${conversationId}:${id}`;

async function bringAgain(store: Store, letter: DeadLetter, limits: Limits): Promise<Replayed> {
  // The body of a turn's letter is the event that it was over.
  const event = { ...(letter.body as unknown as InboundEvent), id: idOf(letter) };
  const begun = await store.begin({ conversationId: letter.conversationId }, event, limits);
  if (begun.kind === 'unknown' || begun.kind === 'moved') return 'gone';
  if (begun.kind === 'full') return 'full';
  // It is in the inbox: whoever sweeps next runs the turn.
  if (begun.kind === 'run') await store.release(begun.lease, 0);
  return 'replayed';
}

async function sendAgain(store: Store, letter: DeadLetter, limits: Limits): Promise<Replayed> {
  const place = await store.locate(letter.conversationId);
  if (!place) return 'gone';
  const begun = await store.begin({ conversationId: letter.conversationId }, undefined, limits);
  if (begun.kind === 'wait') return 'busy';
  if (begun.kind !== 'run') return 'gone';
  const { lease, state } = begun;
  if (!state) {
    await store.release(lease, 0);
    return 'gone';
  }
  const id = idOf(letter);
  const { kind, body } = letter;
  const outgoing = [
    {
      id,
      kind: kind === 'effect' ? kind : 'reply',
      epoch: state.control.epoch,
      to: place.from,
      body,
      resend: 'again',
    } as const,
  ];
  const committed = await store.commit(lease, { commitId: id, used: 0, state, outgoing, timers: [] });
  if (committed.kind === 'fenced') return 'busy';
  if (committed.kind === 'more') await store.release(committed.lease, 0);
  return 'replayed';
}
