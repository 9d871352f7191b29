import type { Context } from './context.ts';
import { listOf, numberOf, pairsOf, textOf, textsOf } from './reply.ts';

export interface DueTimer {
  readonly conversationId: string;
  readonly timer: string;
  /** As Redis keeps it, in milliseconds. */
  readonly due: string;
}

/** What waits in all partitions, oldest first. */
export interface Waiting {
  /** The store's time, in milliseconds. */
  readonly now: number;
  readonly work: readonly string[];
  readonly timers: readonly DueTimer[];
  readonly idle: readonly string[];
  readonly errands: readonly string[];
}

const AT_ONCE = 50;

/** Looks at every partition, all in one round trip, and remembers where outboxes and records wait. */
export async function look(context: Context): Promise<Waiting> {
  const { keys, known } = context;
  known.lookedAt = context.steady();
  const answers = await Promise.all(
    Array.from({ length: keys.partitions }, (_, partition) => lookAt(context, partition)),
  );
  const due = byTime(answers.flatMap((answer) => pairsOf(answer[2])));
  // Oldest first: what is found anew goes before what was known.
  const before = [...known.due];
  known.due.clear();
  for (const id of [...due, ...before]) known.due.add(id);
  for (const [partition, answer] of answers.entries()) if (numberOf(answer[5]) > 0) known.records.add(partition);
  return {
    now: numberOf(answers[0]?.[0]),
    work: byTime(answers.flatMap((answer) => pairsOf(answer[1]))),
    timers: sorted(answers.flatMap((answer) => pairsOf(answer[3]))).map(timerOf),
    idle: answers.flatMap((answer) => textsOf(answer[4])),
    errands: answers.flatMap((answer) => textsOf(answer[6])),
  };
}

/** As `look`, unless one was taken a moment ago. */
export async function lookIfTime(context: Context): Promise<void> {
  if (context.steady() - context.known.lookedAt >= context.lookMs) await look(context);
}

async function lookAt({ keys, scripts, clock, idleMs }: Context, partition: number): Promise<readonly unknown[]> {
  const { work, due, timers, ages, records, errands } = keys.at(partition);
  return listOf(await scripts.run('look', [work, due, timers, ages, records, errands], [clock(), AT_ONCE, idleMs]));
}

type Timed = readonly (readonly [string, string])[];

const sorted = (pairs: Timed): Timed => pairs.toSorted(([, a], [, b]) => Number(a) - Number(b));

const byTime = (pairs: Timed): readonly string[] => sorted(pairs).map(([name]) => name);

function timerOf([member, due]: readonly [string, string]): DueTimer {
  const at = member.indexOf('\n');
  return { conversationId: member.slice(0, at), timer: member.slice(at + 1), due: textOf(due) };
}
