import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Understanding } from '../../../dialogs/protocol/understanding.ts';
import type { Encoder } from '../encoder.ts';
import type { LanguageModel } from './train-models.ts';

type Models = Readonly<Record<Locale, LanguageModel>>;

/** What was learned of a message changes which parts of it are read next; no message needs more rounds. */
const ROUNDS = 4;

/**
 * Reads words with an encoder beside the n-grams. Reading waits for nothing, so it is done again: the words whose vectors were wanted
 * are encoded between the rounds. What rules decide wants none and takes one round.
 * @param read reads the words by the given models
 */
export async function understandWithVectors(
  models: Models,
  encoder: Encoder,
  read: (models: Models) => Understanding,
): Promise<Understanding> {
  const vectors = new Map<string, Float32Array>();
  const wanted = new Set<string>();
  const vectorOf = (words: string) => {
    const vector = vectors.get(words);
    if (!vector) wanted.add(words);
    return vector;
  };
  const own = encoder.locales.map((locale) => [locale, { ...models[locale], vectorOf }] as const);
  const seeing: Models = { ...models, ...Object.fromEntries(own) };
  for (let round = 1; ; round++) {
    const understood = read(seeing);
    if (wanted.size === 0 || round === ROUNDS) return understood;
    const words = [...wanted];
    const encoded = await encoder.encode(words);
    for (const [index, each] of words.entries()) {
      const vector = encoded[index];
      if (vector) vectors.set(each, vector);
    }
    wanted.clear();
  }
}
