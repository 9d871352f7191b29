import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ThreadLog, ThreadSignal } from './thread-log.ts';
import type { Presence, VisitsHere } from './visits-here.ts';

interface Question {
  readonly thread?: string;
  readonly customer?: string;
}

interface Answer {
  readonly isThere: boolean;
  readonly presences: readonly Presence[];
}

/** What is asked in the same moment goes out together, in milliseconds. */
const GATHER_MS = 10;
/** Other processes have so long to answer; whoever has nothing to say is silent, in milliseconds. */
const ANSWER_MS = 250;
const NOBODY: Answer = { isThere: false, presences: [] };

const question = z.object({ ask: z.string(), threads: z.array(z.string()), customers: z.array(z.string()) });
const presence = z.object({ customer: z.string(), conversationId: z.string(), silentMs: z.number() });
const answer = z.object({ ask: z.string(), threads: z.array(z.string()), presences: z.array(presence) });

interface Round {
  readonly ask: string;
  readonly questions: Question[];
  readonly threads: Set<string>;
  readonly presences: Presence[];
  readonly done: Promise<void>;
}

/**
 * Asks the other processes who is there, and answers them. Nothing is kept of it anywhere, so that a process that died has nobody there.
 * @param here what this process answers
 */
export function askElsewhere(
  log: Pick<ThreadLog, 'signal' | 'follow'>,
  accountId: string,
  here: VisitsHere,
): (question: Question) => Promise<Answer> {
  // No conversation's thread has this name: those are hexadecimal.
  const meetingPlace = `visits:${accountId}`;
  const rounds = new Map<string, Round>();
  let gathering: Round | undefined;
  const hear = (signal: ThreadSignal): void => {
    if (signal.kind === 'who') {
      const told = answerTo(signal, here);
      if (told) log.signal(meetingPlace, told);
    }
    const heard = signal.kind === 'here' ? answer.safeParse(signal.body).data : undefined;
    const round = heard && rounds.get(heard.ask);
    if (!round) return;
    for (const thread of heard.threads) round.threads.add(thread);
    round.presences.push(...heard.presences);
  };
  log.follow(meetingPlace, () => {}, hear);
  const send = async (ask: string, questions: readonly Question[]): Promise<void> => {
    await after(GATHER_MS);
    gathering = undefined;
    const body = {
      ask,
      threads: [...new Set(questions.flatMap(({ thread }) => thread ?? []))],
      customers: [...new Set(questions.flatMap(({ customer }) => customer ?? []))],
    };
    if (log.signal(meetingPlace, { kind: 'who', body })) await after(ANSWER_MS);
    rounds.delete(ask);
  };
  const begin = (): Round => {
    const ask = randomUUID();
    const questions: Question[] = [];
    const round = { ask, questions, threads: new Set<string>(), presences: [], done: send(ask, questions) };
    rounds.set(ask, round);
    return round;
  };
  return async (asked) => {
    gathering ??= begin();
    const round = gathering;
    round.questions.push(asked);
    await round.done;
    const presences = round.presences.filter(({ customer }) => customer === asked.customer);
    const isThere = asked.thread !== undefined && round.threads.has(asked.thread);
    return isThere || presences.length > 0 ? { isThere, presences } : NOBODY;
  };
}

function answerTo({ body }: ThreadSignal, here: VisitsHere): ThreadSignal | undefined {
  const asked = question.safeParse(body).data;
  if (!asked) return undefined;
  const threads = asked.threads.filter(here.isThere);
  const presences = asked.customers.flatMap((customer) => here.presenceOf(customer) ?? []);
  if (threads.length + presences.length === 0) return undefined;
  return {
    kind: 'here',
    body: { ask: asked.ask, threads, presences: presences.map((one) => ({ ...one })) },
  };
}

const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
