import { setTimeout as pause } from 'node:timers/promises';
import { ulid } from 'ulid';
import type { Dice } from '../../../integrations/demo-world/dice.ts';
import type { HistoryKeeper } from '../history/create-history.ts';
import type { TalkKind } from '../history/history.ts';
import type { Talker, TalkerConfig } from './talker.ts';

export interface Talk {
  readonly name: string;
  /** Messages that are said and not answered yet. */
  unanswered(): number;
  said(): number;
  /** Begins, and resolves when the bot asks for the first note. */
  open(): Promise<void>;
  /** Says one more thing; resolves when it is taken. */
  say(): Promise<void>;
  /** Resolves when it has begun. */
  begun(): Promise<void>;
  /** Brings one message in so many times at once; resolves with how many of them got no good answer. */
  sayAtOnce(copies: number): Promise<number>;
  /** Goes on saying things, some at a time, until `goesOn` says no. */
  chat(goesOn: () => boolean): Promise<void>;
  /** While it rests it waits with what it would say next. */
  rest(resting: boolean): void;
  close(): void;
}

export interface TalkConfig {
  readonly name: string;
  readonly kind: TalkKind;
  readonly history: HistoryKeeper;
  readonly dice: Dice;
  /** Longest time between two things that are said, in milliseconds. */
  readonly thinkMs: number;
  /** How many things are said before an answer is waited for; 3 without it. 1: every answer is waited for. */
  readonly mostAtOnce?: number;
  readonly ended: AbortSignal;
  readonly talkerOf: (parts: Omit<TalkerConfig, 'fleet'>) => Talker;
}

const ANSWER = /^(Noted|Missed) (\S+)\.$/;
const ASKS = 'What is next?';
const MOST_AT_ONCE = 3;
const BEGINS_MS = 120_000;
const LOOK_MS = 20;
const comesBefore = (earlier: string, message: string): boolean => numberOf(earlier) < numberOf(message);
const numberOf = (message: string): number => Number(message.slice(message.lastIndexOf('-') + 1));
/** A customer who gets no answer goes on all the same, unless they say one thing at a time. */
const PATIENCE_MS = 3000;

/** One customer who says things that can be told apart; what is said, taken and shown goes into the history. */
export function createTalk(config: TalkConfig): Talk {
  const { name, kind, history, dice, thinkMs, ended, talkerOf, mostAtOnce = MOST_AT_ONCE } = config;
  history.talk({ name, kind });
  let said = 0;
  let asked = false;
  let resting = false;
  const open = new Set<string>();
  const talker = talkerOf({
    ...{ name, ended },
    onFault: (what) => history.note({ kind: 'fault', what }),
    onShown: (text, by) => {
      asked ||= text === ASKS;
      const [, word, message] = ANSWER.exec(text) ?? [];
      if (message === undefined) return;
      history.note({ kind: 'reply', talk: name, message, missed: word === 'Missed', ...(by ? { by } : {}) });
      open.delete(message);
      if (kind === 'asked') for (const earlier of open) if (comesBefore(earlier, message)) open.delete(earlier);
    },
  });
  // What one customer says comes one after the other, else nobody could tell its order.
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(bring: (message: string) => Promise<Result>): Promise<Result> => {
    const brought = before.then(() => {
      said += 1;
      const message = `${name}-${said}`;
      open.add(message);
      history.note({ kind: 'said', talk: name, message });
      return bring(message);
    });
    before = brought;
    return brought;
  };
  const bringIn = async (id: string, message: string): Promise<void> => {
    const how = await talker.say(id, message);
    if (how === 'taken') history.note({ kind: 'taken', message });
    else if (how !== 'never') history.note({ kind: 'broke', message, told: how === 'refused' });
  };
  const say = (): Promise<void> => inTurn((message) => bringIn(ulid(), message));
  const until = async (holds: () => boolean, patienceMs = Number.POSITIVE_INFINITY): Promise<void> => {
    const from = performance.now();
    while (!holds() && !ended.aborted && performance.now() - from < patienceMs) await pause(LOOK_MS);
  };
  return {
    ...{ name, say, close: talker.close },
    said: () => said,
    unanswered: () => open.size,
    rest: (now) => {
      resting = now;
    },
    begun: () => until(() => asked, BEGINS_MS),
    sayAtOnce: (copies) =>
      inTurn(async (message) => {
        const id = ulid();
        const answers = await Promise.all(Array.from({ length: copies }, () => talker.try(id, message)));
        // Where not all were heard it is brought in as any other.
        await bringIn(id, message);
        return answers.filter((answer) => !answer).length;
      }),
    open: async () => {
      await talker.open();
      const id = ulid();
      let how = await talker.say(id, 'start the notes');
      // The same request again: whoever has it answers as the first time.
      while (how !== 'taken' && how !== 'never' && !ended.aborted) how = await talker.say(id, 'start the notes');
      await until(() => asked, BEGINS_MS);
      if (!asked && !ended.aborted) history.note({ kind: 'fault', what: `${name} never began.` });
    },
    chat: async (goesOn) => {
      while (goesOn() && !ended.aborted) {
        for (let left = dice.int(1, mostAtOnce); left > 0; left--) await say();
        const few = dice.int(0, mostAtOnce - 1);
        await until(() => open.size <= few, mostAtOnce === 1 ? Number.POSITIVE_INFINITY : PATIENCE_MS);
        await pause(dice.int(0, thinkMs));
        while (resting && goesOn() && !ended.aborted) await pause(LOOK_MS);
      }
      // Whoever heard nothing says something more: that is when the answer comes.
      while (kind === 'asked' && open.size > 0 && !ended.aborted) await say();
    },
  };
}
