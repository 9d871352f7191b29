import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { FillableSlot } from '../../../../dialogs/protocol/understanding.ts';
import type { FoundEntity } from '../../reading.ts';
import type { GazetteerEntry } from '../gazetteer.ts';

/** What helps to read a value. */
export interface EntityHints {
  readonly locale: Locale;
  /** ISO instant; dates are reckoned from it in `zone`. */
  readonly now: string;
  readonly zone: string;
  /** The open question asks for this type: looser readings count, and so do incomplete ones. */
  readonly asked: boolean;
  /** Names of what the open question asks for ("delivery_date"): tells past from future. */
  readonly slot?: string;
  readonly choices: readonly FillableSlot[];
  readonly products: readonly GazetteerEntry[];
}

/** Finds values of one type in cleaned text (`cleanText`). Never throws; finds nothing rather than guess. */
export type EntityFinder = (text: string, hints: EntityHints) => readonly FoundEntity[];
