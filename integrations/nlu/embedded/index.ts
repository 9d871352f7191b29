import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Expectation, Understanding } from '../../../dialogs/protocol/understanding.ts';
import type { Nlu, TrainingExamples, UnderstandingContext } from '../nlu.ts';
import type { Gazetteers } from './gazetteer.ts';
import { type LanguageModel, trainModels } from './train-models.ts';
import { understandWords } from './understand-words.ts';

export interface EmbeddedNluOptions {
  readonly examples: TrainingExamples;
  readonly gazetteers?: Gazetteers;
}

/**
 * Understanding without a service: rules where they must not fail, a linear classifier trained from the dialogs' examples, and
 * readers for values. The same examples and words always give the same commands.
 * @example
 * const nlu = createEmbeddedNlu({ examples: book.examples });
 * const { commands } = await nlu.understand('where is my order?', expectation, { now, zone });
 */
export function createEmbeddedNlu({ examples, gazetteers = {} }: EmbeddedNluOptions): Nlu {
  const models: Readonly<Record<Locale, LanguageModel>> = trainModels(examples, gazetteers.product ?? []);
  return {
    understand: async (text: string, expectation: Expectation, context: UnderstandingContext): Promise<Understanding> =>
      understandWords(text, expectation, context, { models, gazetteers }),
  };
}
