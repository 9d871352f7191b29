import { type Findings, isKept } from '../history/check-history.ts';
import type { HistoryKeeper } from '../history/create-history.ts';
import type { Talk } from './create-talk.ts';
import { type Customers, openStage, type Stage, type StageConfig } from './open-stage.ts';

export interface Load extends StageConfig {
  /** How many bots; the embedded store is one process's. */
  readonly processes: number;
  readonly customers: Customers;
  /** Longest time between two things that one customer says, in milliseconds. */
  readonly thinkMs?: number;
  /** Customers go on until so many messages are said, even when what disturbs them is over. */
  readonly messages?: number;
  /** How many things a customer says before an answer; 3 without it. */
  readonly mostAtOnce?: number;
  /** How long nothing may come before what is unanswered counts as lost, in milliseconds. */
  readonly patienceMs?: number;
}

export interface LoadRun<Result, After = undefined> {
  readonly result: Result;
  readonly afterwards: After | undefined;
  readonly findings: Findings;
  /** Nothing but duplicates in the stated window. */
  readonly kept: boolean;
  readonly times: Stage['times'];
  readonly history: HistoryKeeper;
}

/** Patience: the longest pause between two tries of a delivery is a minute. */
const USUAL = { thinkMs: 60, messages: 0, patienceMs: 70_000 };

/**
 * Customers talk to real processes while `disturb` does something to them; when it is over and all is answered, what the fakes saw is
 * judged. Half of the customers begin before, the others in the midst of it.
 * @param after looks at what is still running then
 */
export async function runUnderLoad<Result, After = undefined>(
  load: Load,
  disturb: (stage: Stage, talks: readonly Talk[]) => Promise<Result>,
  after?: (stage: Stage, findings: Findings) => Promise<After>,
): Promise<LoadRun<Result, After>> {
  const { customers, thinkMs, messages, patienceMs, tell } = { ...USUAL, ...load };
  const stage = await openStage(load);
  try {
    const places = placesOf(load);
    await Promise.all(Array.from({ length: places }, (_, place) => stage.fleet.start(place)));
    const talks = stage.talks(customers, thinkMs, load.mostAtOnce);
    await Promise.all(talks.filter((_, at) => at % 2 === 0).map((talk) => talk.open()));
    let disturbing = true;
    const said = () => talks.reduce((sum, talk) => sum + talk.said(), 0);
    const chats = talks.map(async (talk, at) => {
      if (at % 2 === 1) await talk.open();
      await talk.chat(() => disturbing || said() < messages);
    });
    const result = await disturb(stage, talks);
    disturbing = false;
    await Promise.all(chats);
    await stage.calm(talks, patienceMs);
    const findings = stage.judge();
    tellFindings(findings, stage.history, tell);
    const afterwards = await after?.(stage, findings);
    const { times, history } = stage;
    return { result, afterwards, findings, kept: isKept(findings), times, history };
  } finally {
    await stage.end();
  }
}

export const placesOf = ({ store, processes }: Pick<Load, 'store' | 'processes'>): number =>
  store === 'sqlite' ? 1 : processes;

const MOST_TOLD = 8;
/** Whoever waits so long is looked into. */
const SLOW_MS = 12_000;

/** What broke, by name. */
function tellFindings(found: Findings, { entries }: HistoryKeeper, tell: (line: string) => void): void {
  const again = (stated: boolean) =>
    found.duplicateReplies.flatMap((one) => (one.stated === stated ? [one.message] : []));
  const all: readonly (readonly [string, readonly string[]])[] = [
    ['lost', found.lost],
    ['done twice', found.doubleEffects],
    ['out of order', found.outOfOrder],
    ['answered again, in the stated window', again(true)],
    ['answered again', again(false)],
    ['told that it could not be done', found.missed],
    ['answered with a later request', found.saidLater],
    ['not taken, and told so', found.notTaken],
    ['fault', found.faults],
  ];
  const longest = found.waits.slice(0, 3).map(({ message, ms }) => `${message} ${Math.round(ms)} ms`);
  tell(`waited longest: ${longest.join(', ')}`);
  for (const [what, messages] of all) {
    if (messages.length > 0) tell(`${what}: ${messages.length} (${messages.slice(0, MOST_TOLD).join(', ')})`);
  }
  const slow = found.waits.filter(({ ms }) => ms > SLOW_MS).map(({ message }) => message);
  const unheardOf = [found.lost, found.doubleEffects, found.outOfOrder, again(false), slow].flatMap((few) =>
    few.slice(0, 2),
  );
  for (const message of new Set(unheardOf)) {
    for (const entry of entries) if ('message' in entry && entry.message === message) tell(JSON.stringify(entry));
  }
}
