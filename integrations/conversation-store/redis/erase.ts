import type { ConversationId } from '../../../dialogs/protocol/ids.ts';
import type { Outgoing } from '../conversation-store.ts';
import type { Context } from './context.ts';
import { recordText } from './entries.ts';
import { tryErrand } from './errands.ts';
import { forgetCommits } from './repairs.ts';
import { forgetTaken } from './taken-events.ts';

/** What is noted under it is nobody's, and goes with nobody. */
const NO_CONVERSATION = '';

/**
 * Takes a conversation away: all of it, or only if it was silent for too long. false: there was none, or it is not silent.
 * @param last goes to the archive whether there was one or not
 */
export async function erase(
  context: Context,
  id: ConversationId,
  which: 'all' | 'idle',
  last?: Outgoing,
): Promise<boolean> {
  const { keys, scripts, clock, idleMs } = context;
  // An id of another store has nothing here, but it may have records.
  const partition = keys.partitionOf(id) ?? 0;
  const { conversation, inbox, seen, replies, outbox } = keys.of(id);
  const { work, due, timers, ages, letters, errands, records, erased } = keys.at(partition);
  const own = [conversation, inbox, seen, replies, outbox];
  const places = [...own, work, due, timers, ages, letters, errands, records, erased];
  const note = last === undefined ? '' : recordText(NO_CONVERSATION, last);
  const errand = await scripts.run('erase', places, [clock(), id, which, idleMs, note], { again: true });
  const { known } = context;
  if (last) known.records.add(partition);
  if (typeof errand !== 'string') return false;
  known.due.delete(id);
  forgetCommits(context, id);
  forgetTaken(context, id);
  known.taken.splice(0, known.taken.length, ...known.taken.filter(({ claim }) => claim.conversationId !== id));
  await tryErrand(context, errand);
  return true;
}
