import { type Context, MERGES_MOST } from './context.ts';
import { newestFirst } from './newest-first.ts';
import { listOf, pairsOf, textOf, textsOf } from './reply.ts';

/**
 * What a call has still to do in another partition. It was noted in the same step as the call's own writes: when the process dies before
 * it is done, a sweep does it. Each may be done any number of times.
 */
export async function runErrand(context: Context, errand: string): Promise<void> {
  const [kind = '', id = '', rest = '', aliases = ''] = errand.split('\n');
  if (kind === 'point') for (const alias of rest.split(' ')) await point(context, alias, id);
  if (kind === 'move') await move(context, id, rest);
  if (kind === 'erased') await forget(context, id, { all: rest === 'all', aliases });
  const partition = context.keys.partitionOf(id);
  if (partition === undefined) return;
  await context.scripts.plain(() => context.redis.lrem(context.keys.at(partition).errands, 1, errand));
}

/** As `runErrand`, for the call that left it: the call is done whatever becomes of the errand, which a sweep ends. */
export async function tryErrand(context: Context, errand: string): Promise<void> {
  try {
    await runErrand(context, errand);
  } catch {
    // noted in Redis, and done by the next sweep of any process
  }
}

/** Lets an alias lead to a conversation, also where people ask who know nothing yet. */
async function point({ redis, keys, scripts }: Context, alias: string, id: string): Promise<void> {
  const home = keys.partitionOf(alias) ?? 0;
  const before = await scripts.plain(() => redis.get(keys.alias(home, alias)));
  if (before === id) return;
  const beside = before === null ? undefined : keys.partitionOf(before);
  // Whoever still believes in the earlier conversation must not find its pointer there.
  if (before !== null && beside !== undefined && beside !== home)
    await scripts.run('unpoint', [keys.alias(beside, alias)], [before], { again: true });
  await scripts.plain(() => redis.set(keys.alias(home, alias), id));
}

/** Carries over what waits in a conversation that has moved. */
async function move(context: Context, from: string, to: string): Promise<void> {
  const { keys, scripts } = context;
  const old = keys.of(from);
  const taken = await scripts.run('depart', [old.conversation, old.inbox, old.seen, old.replies], []);
  if (taken === null) return;
  const [known, entries, seen, replies] = listOf(taken);
  const aliases = textOf(known).split(' ').filter(Boolean);
  let target = to;
  for (let hop = 0; hop < MERGES_MOST; hop++) {
    const answer = await adopt(context, { from, target, aliases, entries: textsOf(entries), seen, replies });
    if (answer === 'OK' || answer === 'GONE') break;
    target = answer;
  }
  for (const alias of aliases) await point(context, alias, target);
  const { work } = keys.at(keys.partitionOf(from) ?? 0);
  await scripts.plain(() => context.redis.del(old.inbox, old.seen, old.replies));
  await scripts.plain(() => context.redis.zrem(work, from));
}

interface Luggage {
  readonly from: string;
  readonly target: string;
  readonly aliases: readonly string[];
  readonly entries: readonly string[];
  readonly seen: unknown;
  readonly replies: unknown;
}

async function adopt({ keys, scripts, clock }: Context, luggage: Luggage): Promise<string> {
  const { from, target, aliases, entries } = luggage;
  const partition = keys.partitionOf(target);
  if (partition === undefined) return 'GONE';
  const { conversation, inbox, seen, replies } = keys.of(target);
  const pointers = aliases.map((alias) => keys.alias(partition, alias));
  const marks = pairsOf(luggage.seen).flat();
  const answers = pairsOf(luggage.replies).flat();
  const args = [
    ...[clock(), target, from, aliases.length, entries.length, marks.length / 2, answers.length / 2],
    ...[...aliases, ...entries, ...marks, ...answers],
  ];
  const places = [conversation, inbox, seen, replies, keys.at(partition).work, ...pointers];
  return textOf(await scripts.run('adopt', places, args, { again: true }));
}

/** What an erased conversation left elsewhere: its aliases, and its records on their way to the archive. */
async function forget(
  { redis, keys, scripts }: Context,
  id: string,
  { all, aliases }: { readonly all: boolean; readonly aliases: string },
): Promise<void> {
  const own = keys.partitionOf(id) ?? 0;
  for (const alias of aliases.split(' ').filter(Boolean)) {
    for (const partition of new Set([keys.partitionOf(alias) ?? own, own]))
      await scripts.run('unpoint', [keys.alias(partition, alias)], [id], { again: true });
  }
  if (!all) return;
  const { records } = keys.at(own);
  for await (const entry of newestFirst((from, to) => scripts.plain(() => redis.lrange(records, from, to)))) {
    if (entry.split('\n', 2)[1] === id) await scripts.plain(() => redis.lrem(records, -1, entry));
  }
}
