import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Encoder } from '../encoder.ts';
import type { TrainingExamples } from '../nlu.ts';
import { BACKGROUND } from './background/index.ts';
import { normaliseText } from './normalise-text.ts';
import { trainingPhrases, type VectorOf } from './train-models.ts';

/** The vectors of everything that is learned in the encoder's languages. Takes about 10 ms for each example. */
export async function encodeExamples(
  examples: TrainingExamples,
  encoder: Encoder,
): Promise<Readonly<Partial<Record<Locale, VectorOf>>>> {
  const read = encoder.locales.map(async (locale) => {
    const texts = [...trainingPhrases(examples, locale).map(({ text }) => text), ...BACKGROUND[locale]];
    const words = [...new Set(texts.map(normaliseText))];
    const vectors = await encoder.encode(words);
    const byWords = new Map(words.map((each, index) => [each, vectors[index]]));
    return [locale, (each: string) => byWords.get(each)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
