import type { ConversationId } from '../../../dialogs/protocol/ids.ts';
import type { Context } from './context.ts';
import { erase } from './erase.ts';
import { runErrand } from './errands.ts';
import { type DueTimer, look } from './look.ts';

/** Long enough that a late repetition of a sweep finds the mark. */
const TIMER_SEEN_MS = 7 * 86_400_000;

/** Due timers become inbox entries, errands that were left are done, silent conversations go; what waits without a turn is named. */
export async function sweep(context: Context, limit: number): Promise<readonly ConversationId[]> {
  const seen = await look(context);
  for (const errand of seen.errands) await runErrand(context, errand);
  const timers = seen.timers.slice(0, limit);
  await Promise.all(timers.map((timer) => fire(context, timer, seen.now)));
  for (const id of seen.idle.slice(0, limit)) await erase(context, id, 'idle');
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
