import type { ConversationId } from '../../../dialogs/protocol/ids.ts';
import type { Outgoing } from '../conversation-store.ts';
import type { Context } from './context.ts';
import { recordText } from './entries.ts';
import { runErrand, tryErrand } from './errands.ts';
import { type DueTimer, look } from './look.ts';
import { forgetCommits } from './repairs.ts';

/** Long enough that a late repetition of a sweep finds the mark. */
const TIMER_SEEN_MS = 7 * 86_400_000;

/** Due timers become inbox entries, errands that were left are done, silent conversations go; what waits without a turn is named. */
export async function sweep(context: Context, limit: number): Promise<readonly ConversationId[]> {
  const seen = await look(context);
  for (const errand of seen.errands) await runErrand(context, errand);
  const timers = seen.timers.slice(0, limit);
  await Promise.all(timers.map((timer) => fire(context, timer, seen.now)));
  for (const id of seen.idle.slice(0, limit)) await expire(context, id);
  // What a timer or an errand put into an inbox just now is named with the rest.
  const { work } = timers.length + seen.errands.length > 0 ? await look(context) : seen;
  return work.slice(0, limit);
}

async function fire({ keys, scripts, clock }: Context, { conversationId, timer, due }: DueTimer, now: number) {
  const { conversation, inbox, seen } = keys.of(conversationId);
  const { work, timers } = keys.at(keys.partitionOf(conversationId) ?? 0);
  const id = `timer:${timer}:${Number(due)}`;
  const before = JSON.stringify({ id, conversationId, at: new Date(now).toISOString() }).slice(0, -1);
  const after = JSON.stringify({ kind: 'timer', timer }).slice(1);
  const args = [
    ...[clock(), conversationId, timer, due, JSON.stringify(id)],
    ...[`${before},"from":`, ',"locale":', `,${after}`, TIMER_SEEN_MS],
  ];
  await scripts.run('fire', [conversation, inbox, seen, work, timers], args, { again: true });
}

/** What is noted under it is nobody's, and goes with nobody. */
const NO_CONVERSATION = '';

const expire = async (context: Context, id: ConversationId): Promise<void> => void (await erase(context, id, 'idle'));

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
  const { work, due, timers, ages, letters, errands, records } = keys.at(partition);
  const places = [conversation, inbox, seen, replies, outbox, work, due, timers, ages, letters, errands, records];
  const note = last === undefined ? '' : recordText(NO_CONVERSATION, last);
  const errand = await scripts.run('erase', places, [clock(), id, which, idleMs, note], { again: true });
  const { known } = context;
  if (last) known.records.add(partition);
  if (typeof errand !== 'string') return false;
  known.due.delete(id);
  forgetCommits(context, id);
  known.taken.splice(0, known.taken.length, ...known.taken.filter(({ claim }) => claim.conversationId !== id));
  await tryErrand(context, errand);
  return true;
}
