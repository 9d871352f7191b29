import type { Locale } from '../../../dialogs/protocol/locale.ts';

/** One thing that customers call by many names: `value` is what the slot keeps. */
export interface GazetteerEntry {
  readonly value: string;
  readonly words: Readonly<Record<Locale, readonly string[]>>;
}

export interface Gazetteers {
  readonly product?: readonly GazetteerEntry[];
}
