import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Encoder } from '../encoder.ts';
import type { TrainingExamples } from '../nlu.ts';
import { BACKGROUND } from './background/index.ts';
import { normaliseText } from './normalise-text.ts';
import { outOfScope, trainingPhrases, type Vectors } from './train-models.ts';

/** The vectors of everything that is learned in the encoder's languages. Takes about 10 ms for each example. */
export async function encodeExamples(
  examples: TrainingExamples,
  encoder: Encoder,
): Promise<Readonly<Partial<Record<Locale, Vectors>>>> {
  const read = encoder.locales.map(async (locale) => {
    const wishes = trainingPhrases(examples, locale).map(({ text }) => text);
    const texts = [...wishes, ...BACKGROUND[locale], ...outOfScope(examples, locale)];
    const words = [...new Set(texts.map(normaliseText))];
    const vectors = await encoder.encode(words);
    const known = words.flatMap((each, index): readonly (readonly [string, Float32Array])[] => {
      const vector = vectors[index];
      return vector ? [[each, vector]] : [];
    });
    return [locale, new Map(known)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
