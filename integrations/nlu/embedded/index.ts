import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import type { Encoder } from '../encoder.ts';
import type { Nlu, TrainingExamples } from '../nlu.ts';
import { encodeExamples } from './encode-examples.ts';
import type { Gazetteers } from './gazetteer.ts';
import type { ModelCache } from './model-cache.ts';
import { modelKey } from './model-key.ts';
import { packModels, unpackModels } from './pack-models.ts';
import {
  type LanguageModel,
  type LearnedLanguage,
  type LearnedLanguages,
  type Lesson,
  learnLanguage,
  openModels,
  trainModels,
} from './train-models.ts';
import { understandWithVectors } from './understand-with-vectors.ts';
import { understandWords } from './understand-words.ts';

export interface EmbeddedNluOptions {
  readonly examples: TrainingExamples;
  readonly gazetteers?: Gazetteers;
  /** Models of the same examples are taken from here instead of being trained. */
  readonly cache?: ModelCache;
  /** Reads the sentences of its languages, too. Learning then waits for it. */
  readonly encoder?: Encoder;
  /** Who learns a language: another thread, so that this one goes on meanwhile. Without it, whoever opens the engine waits. */
  readonly learn?: (lesson: Lesson) => Promise<LearnedLanguage>;
}

type Models = Readonly<Record<Locale, LanguageModel>>;

/**
 * Understanding without a service: rules where they must not fail, a linear classifier trained from the dialogs' examples, and
 * readers for values. The same examples and words always give the same commands.
 * @example
 * const nlu = createEmbeddedNlu({ examples: book.examples });
 * const { commands } = await nlu.understand('where is my order?', expectation, { now, zone });
 */
export function createEmbeddedNlu({ examples, gazetteers = {}, cache, encoder, learn }: EmbeddedNluOptions): Nlu {
  const products = gazetteers.product ?? [];
  const models: Models | Promise<Models> =
    cache || encoder || learn
      ? learnedOnce(cache, modelKey(examples, products, encoder?.name), () =>
          learnAll({ examples, products, encoder }, learn),
        )
      : openModels(trainModels(examples, products));
  // Whoever asks is told that learning failed; maybe nobody asks.
  if (models instanceof Promise) models.catch(() => undefined);
  return {
    learned: models instanceof Promise ? models : undefined,
    understand: async (text, expectation, context) => {
      const learned = await models;
      const read = (by: Models) => understandWords(text, expectation, context, { models: by, gazetteers });
      return encoder ? understandWithVectors(learned, encoder, read) : read(learned);
    },
  };
}

interface Lessons extends Pick<Lesson, 'examples' | 'products'> {
  readonly encoder: Encoder | undefined;
}

/** Every language at once, as far as whoever learns can do so. */
async function learnAll(
  { examples, products, encoder }: Lessons,
  learn: NonNullable<EmbeddedNluOptions['learn']> = async (lesson) => learnLanguage(lesson),
): Promise<LearnedLanguages> {
  const vectors = encoder ? await encodeExamples(examples, encoder) : {};
  const lessons = LOCALES.map(async (locale) => {
    const own = vectors[locale];
    return [locale, await learn({ locale, examples, products, ...(own ? { vectors: own } : {}) })] as const;
  });
  return Object.fromEntries(await Promise.all(lessons)) as Record<Locale, LearnedLanguage>; // one entry per locale by the map above
}

const NO_CACHE: ModelCache = { read: async () => undefined, write: async () => {} };

/** Models from the cache, else trained and put into it. A cache that fails costs time only. */
async function learnedOnce(
  cache: ModelCache = NO_CACHE,
  key: string,
  train: () => Promise<LearnedLanguages>,
): Promise<Models> {
  const kept = await cache.read(key).catch(() => undefined);
  const known = kept && unpackModels(kept);
  if (known) return openModels(known);
  const learned = await train();
  await cache.write(key, packModels(learned)).catch(() => undefined);
  return openModels(learned);
}
