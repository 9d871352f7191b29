import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Nlu, TrainingExamples } from '../nlu.ts';
import type { Gazetteers } from './gazetteer.ts';
import type { ModelCache } from './model-cache.ts';
import { modelKey } from './model-key.ts';
import { packModels, unpackModels } from './pack-models.ts';
import { type LanguageModel, openModels, trainModels } from './train-models.ts';
import { understandWords } from './understand-words.ts';

export interface EmbeddedNluOptions {
  readonly examples: TrainingExamples;
  readonly gazetteers?: Gazetteers;
  /** Models of the same examples are taken from here instead of being trained. */
  readonly cache?: ModelCache;
}

type Models = Readonly<Record<Locale, LanguageModel>>;

/**
 * Understanding without a service: rules where they must not fail, a linear classifier trained from the dialogs' examples, and
 * readers for values. The same examples and words always give the same commands.
 * @example
 * const nlu = createEmbeddedNlu({ examples: book.examples });
 * const { commands } = await nlu.understand('where is my order?', expectation, { now, zone });
 */
export function createEmbeddedNlu({ examples, gazetteers = {}, cache }: EmbeddedNluOptions): Nlu {
  const train = () => trainModels(examples, gazetteers.product ?? []);
  const models: Models | Promise<Models> = cache
    ? learnedOnce(cache, modelKey(examples, gazetteers.product ?? []), train)
    : openModels(train());
  return {
    understand: async (text, expectation, context) =>
      understandWords(text, expectation, context, { models: await models, gazetteers }),
  };
}

/** Models from the cache, else trained and put into it. A cache that fails costs time only. */
async function learnedOnce(
  cache: ModelCache,
  key: string,
  train: () => ReturnType<typeof trainModels>,
): Promise<Models> {
  const kept = await cache.read(key).catch(() => undefined);
  const known = kept && unpackModels(kept);
  if (known) return openModels(known);
  const learned = train();
  await cache.write(key, packModels(learned)).catch(() => undefined);
  return openModels(learned);
}
