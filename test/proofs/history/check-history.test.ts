import { checkHistory, isKept } from './check-history.ts';
import type { History, HistoryEntry, TalkKind } from './history.ts';

/** A talk in which nothing went wrong: three messages, each taken, done once and answered once. */
function goodHistory(kind: TalkKind = 'web'): History & { readonly entries: HistoryEntry[] } {
  const entries = [1, 2, 3].flatMap((n): HistoryEntry[] => {
    const message = `a-${n}`;
    const at = n * 100;
    return [
      { kind: 'said', at, talk: 'a', message },
      { kind: 'taken', at: at + 1, message },
      { kind: 'effect', at: at + 2, message, key: `key-${n}`, known: false },
      { kind: 'reply', at: at + 3, talk: 'a', message, missed: false, by: 'p1' },
    ];
  });
  return { talks: [{ name: 'a', kind }], entries };
}

const without = (history: History, kind: HistoryEntry['kind'], message: string): History => ({
  ...history,
  entries: history.entries.filter((entry) => entry.kind !== kind || !('message' in entry) || entry.message !== message),
});

const plus = (history: History, ...entries: HistoryEntry[]): History => ({
  ...history,
  entries: [...history.entries, ...entries],
});

const shownAgain = (at: number): HistoryEntry => ({
  ...{ kind: 'reply', at, talk: 'a', message: 'a-2', missed: false, by: 'p2' },
});

test('a history without a fault is kept', () => {
  const found = checkHistory(goodHistory());
  expect(found).toEqual({
    ...{
      messages: 3,
      lost: [],
      doubleEffects: [],
      outOfOrder: [],
      duplicateReplies: [],
      saidLater: [],
      notTaken: [],
      missed: [],
      faults: [],
      waits: ['a-1', 'a-2', 'a-3'].map((message) => ({ message, ms: 2 })),
    },
  });
  expect(isKept(found)).toBe(true);
});

test.each(['taken', 'effect', 'reply'] as const)('a message without its %s is lost', (kind) => {
  const found = checkHistory(without(goodHistory(), kind, 'a-2'));
  expect(found.lost).toEqual(['a-2']);
  expect(isKept(found)).toBe(false);
});

test('the last message is missed as well as any other', () => {
  expect(checkHistory(without(goodHistory(), 'reply', 'a-3')).lost).toEqual(['a-3']);
});

test('an effect by another key is a second effect, by the same key it is none', () => {
  const again = (key: string, known: boolean): HistoryEntry => ({
    ...{ kind: 'effect', at: 900, message: 'a-2', key, known },
  });
  expect(checkHistory(plus(goodHistory(), again('key-2', true))).doubleEffects).toEqual([]);
  const found = checkHistory(plus(goodHistory(), again('other', false)));
  expect(found.doubleEffects).toEqual(['a-2']);
  expect(isKept(found)).toBe(false);
});

test.each(['effect', 'reply'] as const)('an %s that a later message came before is out of order', (kind) => {
  const good = goodHistory();
  const swapped = good.entries.map((entry) =>
    entry.kind === kind && entry.message === 'a-2' ? { ...entry, at: 950 } : entry,
  );
  const found = checkHistory({ ...good, entries: swapped });
  expect(found.outOfOrder).toEqual(['a-2']);
  expect(isKept(found)).toBe(false);
});

test('what a fake saw and may never be is a fault', () => {
  const found = checkHistory(plus(goodHistory(), { kind: 'fault', at: 1, what: 'number 3 came after 1' }));
  expect(isKept(found)).toBe(false);
});

test('the order holds within a talk, not between talks', () => {
  const good = goodHistory();
  const other = good.entries.map((entry) => {
    if (!('message' in entry)) return entry;
    const message = entry.message.replace('a-', 'b-');
    return 'talk' in entry ? { ...entry, talk: 'b', message } : { ...entry, message };
  });
  const talks = [...good.talks, { name: 'b', kind: 'web' as const }];
  expect(checkHistory({ talks, entries: [...good.entries, ...other] }).outOfOrder).toEqual([]);
});

test('a second answer is a duplicate', () => {
  const found = checkHistory(plus(goodHistory(), shownAgain(600)));
  expect(found.duplicateReplies).toEqual([{ message: 'a-2', stated: false }]);
  expect(isKept(found)).toBe(false);
});

test('a second answer is stated where the provider has no keys and the sender of the first died right after it', () => {
  const killed = (process: string, at: number): HistoryEntry => ({ kind: 'killed', at, process, how: 'after_send' });
  const stated = (kind: TalkKind, death: HistoryEntry) =>
    checkHistory(plus(goodHistory(kind), death, shownAgain(900))).duplicateReplies.map((one) => one.stated);
  expect(stated('plain', killed('p1', 210))).toEqual([true]);
  expect(stated('keyed', killed('p1', 210))).toEqual([false]);
  expect(stated('web', killed('p1', 210))).toEqual([false]);
  expect(stated('plain', killed('p2', 210))).toEqual([false]);
  expect(stated('plain', killed('p1', 190))).toEqual([false]);
  expect(stated('plain', killed('p1', 5000))).toEqual([false]);
});

test('an answer that it could not be done needs no effect, and is told apart', () => {
  const good = without(without(goodHistory(), 'effect', 'a-2'), 'reply', 'a-2');
  const missed: HistoryEntry = { kind: 'reply', at: 203, talk: 'a', message: 'a-2', missed: true };
  const found = checkHistory({ ...good, entries: [...good.entries, missed] });
  expect(found.lost).toEqual([]);
  expect(found.missed).toEqual(['a-2']);
});

describe('a request that broke, at a place that nobody asks again for', () => {
  const broke = (told: boolean): HistoryEntry => ({ kind: 'broke', at: 205, message: 'a-2', told });
  const death: HistoryEntry = { kind: 'killed', at: 203, process: 'p1', how: 'after_commit' };
  const unanswered = without(without(goodHistory('asked'), 'taken', 'a-2'), 'reply', 'a-2');

  test('is not lost where its answer comes with the next one', () => {
    const later: HistoryEntry = { kind: 'reply', at: 302, talk: 'a', message: 'a-2', missed: false };
    const history = plus(without(goodHistory('asked'), 'taken', 'a-2'), broke(false), death);
    const entries = history.entries.map((entry) => (entry.kind === 'reply' && entry.message === 'a-2' ? later : entry));
    const found = checkHistory({ ...history, entries });
    expect(found).toMatchObject({ lost: [], saidLater: ['a-2'], notTaken: [] });
    expect(isKept(found)).toBe(true);
  });

  test('is lost where something was done and no answer ever comes', () => {
    expect(checkHistory(plus(unanswered, broke(false), death)).lost).toEqual(['a-2']);
  });

  test('is not taken where nothing was done: a process died over it, or the customer was told', () => {
    const nothing = without(unanswered, 'effect', 'a-2');
    expect(checkHistory(plus(nothing, broke(false), death))).toMatchObject({ lost: [], notTaken: ['a-2'] });
    expect(checkHistory(plus(nothing, broke(true)))).toMatchObject({ lost: [], notTaken: ['a-2'] });
    expect(checkHistory(plus(nothing, broke(false))).lost).toEqual(['a-2']);
    expect(checkHistory(nothing).lost).toEqual(['a-2']);
  });
});
