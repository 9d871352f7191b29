import { intentOf } from '../../../../dialogs/flow/phrases/authored-phrase.ts';
import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { TrainingExamples } from '../../nlu.ts';
import type { IntentLabel } from '../../reading.ts';
import { holdOut } from '../classifier/train-classifier.ts';
import type { GazetteerEntry } from '../gazetteer.ts';
import { groupOf, trainingPhrases, trainingSet } from '../train-models.ts';

/** An example as a model read it that had not seen it. */
export interface HeldPhrase {
  readonly text: string;
  /** As `intentOf` names it. */
  readonly intent: string;
  readonly guessed: string;
}

/** Reads each example of a language by a model that learned from the others. Thresholds have no part in it: the best guess counts. */
export function crossValidate(
  examples: TrainingExamples,
  locale: Locale,
  products: readonly GazetteerEntry[],
  folds: number,
): readonly HeldPhrase[] {
  const { groups, labels, rows } = trainingSet(examples, locale, products);
  const groupAt = labels.map(groupOf);
  const labelsOf = groups.map((group) => [...groupAt.keys()].filter((place) => groupAt[place] === group));
  const texts = new Map(trainingPhrases(examples, locale).map(({ text }, index) => [rows[index], text]));
  const counts = { groups: groups.length, labels: labels.length };
  return holdOut(rows, counts, folds).flatMap(({ row, margins }) => {
    const text = texts.get(row);
    if (text === undefined) return [];
    const group = best([...groups.keys()], margins, 0);
    const guessed = best(labelsOf[group] ?? [], margins, groups.length);
    return [{ text, intent: nameOf(labels[row.label]), guessed: nameOf(labels[guessed]) }];
  });
}

const nameOf = (label: IntentLabel | undefined): string => (label ? intentOf(label.flow, label) : '');

/** The place with the highest margin, as they stand from `from` on. */
function best(places: readonly number[], margins: Float32Array, from: number): number {
  return places.reduce(
    (top, place) => ((margins[from + place] ?? 0) > (margins[from + top] ?? 0) ? place : top),
    places[0] ?? 0,
  );
}
