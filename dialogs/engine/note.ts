import type { HistoryEntry } from '../protocol/state.ts';
import type { Draft } from './draft.ts';
import { POLICY } from './policy.ts';

/** Keeps what happened, newest last, for the person who may take over. */
export function note(draft: Draft, entry: Omit<HistoryEntry, 'at' | 'turn'>): void {
  const { state } = draft;
  const text = entry.text === undefined ? {} : { text: clip(entry.text, POLICY.wordsKept) };
  const full: HistoryEntry = { at: draft.now, turn: state.turnNumber, ...entry, ...text };
  draft.state = { ...state, history: [...state.history, full].slice(-POLICY.history) };
}

/** The first part of a text, never ending in half a character. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
