import type { EventLog } from '../../../integrations/conversation-store/event-log.ts';
import { until } from '../../kit/until.ts';

export interface LogUnderTest {
  readonly log: EventLog;
  /** The same log, as another part of the system has it: where several processes may, another process's. */
  readonly other: EventLog;
  /** May several processes have it? */
  readonly isShared: boolean;
  end(): Promise<void>;
}

export interface LogPlug {
  readonly name: string;
  create(): Promise<LogUnderTest>;
}

/** What every event log keeps to. */
export function eventLogContract(plug: LogPlug): void {
  const withLog = (body: (under: LogUnderTest) => Promise<void>) => async () => {
    const under = await plug.create();
    try {
      await body(under);
    } finally {
      await under.end();
    }
  };

  describe(`the event log ${plug.name}`, () => {
    test(
      'numbers lines 1, 2, 3 for each thread by itself',
      withLog(async ({ log }) => {
        expect(await log.append('a', 'k1', 'message', { text: 'one' })).toBe(1);
        expect(await log.append('a', 'k2', 'message', { text: 'two' })).toBe(2);
        expect(await log.append('b', 'k1', 'typing', null)).toBe(1);
        expect(await log.read('a', 0, 10)).toEqual([
          { seq: 1, kind: 'message', body: { text: 'one' } },
          { seq: 2, kind: 'message', body: { text: 'two' } },
        ]);
        expect(await log.read('b', 0, 10)).toEqual([{ seq: 1, kind: 'typing', body: null }]);
      }),
    );

    test(
      'gives a body back exactly as it came',
      withLog(async ({ log }) => {
        const body = { text: '「お荷物」 😀\n\u0000 end', list: [1, null, true], deep: { a: ['\\n'] } };
        await log.append('a', 'k', 'message', body);
        expect((await log.read('a', 0, 1))[0]?.body).toEqual(body);
      }),
    );

    test(
      'adds a line once, however often it comes, and gives it its first number',
      withLog(async ({ log, other }) => {
        await log.append('a', 'k1', 'message', 'one');
        await log.append('a', 'k2', 'message', 'two');
        expect(await log.append('a', 'k1', 'message', 'other words')).toBe(1);
        expect(await other.append('a', 'k1', 'message', 'other words')).toBe(1);
        expect((await log.read('a', 0, 10)).map((line) => line.body)).toEqual(['one', 'two']);
      }),
    );

    test(
      'reads what comes after a number, up to the limit',
      withLog(async ({ log }) => {
        for (let n = 1; n <= 5; n++) await log.append('a', `k${n}`, 'message', n);
        expect((await log.read('a', 2, 2)).map((line) => line.seq)).toEqual([3, 4]);
        expect(await log.read('a', 5, 10)).toEqual([]);
        expect(await log.read('a', 99, 10)).toEqual([]);
        expect(await log.read('a', 0, 0)).toEqual([]);
        expect(await log.read('nowhere', 0, 10)).toEqual([]);
      }),
    );

    test(
      'leaves no gap and no number twice when many write at once',
      withLog(async ({ log, other }) => {
        const numbers = await Promise.all(
          Array.from({ length: 60 }, (_, n) => (n % 2 ? log : other).append('a', `k${n % 40}`, 'message', n)),
        );
        expect(new Set(numbers).size).toBe(40);
        expect(Math.max(...numbers.map((number) => number ?? 0))).toBe(40);
        expect((await log.read('a', 0, 100)).map((line) => line.seq)).toEqual(
          Array.from({ length: 40 }, (_, n) => n + 1),
        );
      }),
    );

    test(
      'tells whoever follows a thread of every new line, wherever it was written, and nobody else',
      withLog(async ({ log, other }) => {
        const told = { here: 0, elsewhere: 0, stopped: 0 };
        log.follow('a', () => void told.here++);
        log.follow('b', () => void told.elsewhere++);
        log.follow('a', () => void told.stopped++)();
        await log.append('a', 'k1', 'message', 1);
        await log.append('a', 'k1', 'message', 1);
        await until(() => told.here > 0, Boolean);
        await until(async () => {
          // a subscription takes a moment to stand: the first line that is heard shows that it does
          await other.append('a', `from elsewhere ${told.here}`, 'message', 2);
          return told.here > 3;
        }, Boolean);
        // being told once too often, when one begins to follow, does no harm
        expect(told.elsewhere).toBeLessThan(2);
        expect(told.stopped).toBe(0);
      }),
    );

    test(
      'adds a line only to a thread that is there, where that is asked for',
      withLog(async ({ log, other }) => {
        expect(await log.append('a', 'k1', 'message', 1, { onlyIfThere: true })).toBeUndefined();
        expect(await log.read('a', 0, 10)).toEqual([]);
        await other.append('a', 'start', 'control', null);
        expect(await log.append('a', 'k1', 'message', 1, { onlyIfThere: true })).toBe(2);
        await log.erase('a');
        expect(await other.append('a', 'k2', 'message', 2, { onlyIfThere: true })).toBeUndefined();
      }),
    );

    test(
      'tells the line itself, as it is read later',
      withLog(async ({ log, other }) => {
        const told: unknown[] = [];
        log.follow('a', (line) => void (line && told.push(line)));
        const body = { text: '「お荷物」\n2', list: [null, 1] };
        await log.append('a', 'k1', 'message', body);
        await until(async () => {
          await other.append('a', `from elsewhere ${told.length} ${Math.random()}`, 'message', body);
          return told.length > 2;
        }, Boolean);
        const kept = await log.read('a', 0, 1000);
        for (const line of told) expect(kept).toContainEqual(line);
      }),
    );

    test(
      'tells those who follow a thread in another process of a signal, and keeps nothing of it',
      withLog(async ({ log, other, isShared }) => {
        const heard = { lines: 0, here: 0, elsewhere: 0, signals: [] as unknown[] };
        log.follow(
          'a',
          (line) => void (line && heard.lines++),
          (signal) => void heard.signals.push(signal),
        );
        log.follow(
          'b',
          () => {},
          () => void heard.elsewhere++,
        );
        if (isShared)
          other.follow(
            'a',
            () => {},
            () => void heard.here++,
          );
        const signal = { kind: 'typing', body: { on: true, text: '「」\n2' } };
        expect(other.signal('a', signal)).toBe(isShared);
        await until(() => {
          // as above, a subscription takes a moment
          if (isShared && heard.signals.length === 0) other.signal('a', signal);
          return !isShared || heard.signals.length > 0;
        }, Boolean);
        expect(heard.signals.slice(0, 1)).toEqual(isShared ? [signal] : []);
        expect([heard.lines, heard.here, heard.elsewhere]).toEqual([0, 0, 0]);
        expect(await log.read('a', 0, 10)).toEqual([]);
      }),
    );

    test(
      'forgets a thread, and begins it anew',
      withLog(async ({ log, other }) => {
        await log.append('a', 'k1', 'message', 1);
        await log.append('b', 'k1', 'message', 1);
        await other.erase('a');
        expect(await log.read('a', 0, 10)).toEqual([]);
        expect(await log.read('b', 0, 10)).toHaveLength(1);
        expect(await log.append('a', 'k1', 'message', 'new')).toBe(1);
      }),
    );
  });
}
