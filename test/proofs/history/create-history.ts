import type { History, HistoryEntry, Talk } from './history.ts';

type Noted = HistoryEntry extends infer Entry ? (Entry extends HistoryEntry ? Omit<Entry, 'at'> : never) : never;

export interface HistoryKeeper extends History {
  talk(talk: Talk): void;
  note(entry: Noted): void;
}

/** One list for all fakes of a run. */
export function createHistory(now: () => number = () => performance.now()): HistoryKeeper {
  const talks: Talk[] = [];
  const entries: HistoryEntry[] = [];
  return {
    talks,
    entries,
    talk: (talk) => void talks.push(talk),
    note: (entry) => void entries.push({ ...entry, at: now() }),
  };
}
