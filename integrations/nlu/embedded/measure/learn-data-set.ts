import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { Encoder } from '../../encoder.ts';
import type { FeatureBlocks } from '../classifier/extract-features.ts';
import { KNOWN_WORDS } from '../classifier/known-words.ts';
import { FLOW_SETTINGS } from '../classifier/train-classifier.ts';
import { score, trainSvm } from '../classifier/train-svm.ts';
import { createVocabulary } from '../classifier/vocabulary.ts';
import { withVector } from '../classifier/with-vector.ts';
import { featuresOf } from '../features-of.ts';
import { normaliseText } from '../normalise-text.ts';

/** A sentence as the classifier takes it. */
export interface ReadText {
  readonly features: FeatureBlocks;
  readonly vector?: Float32Array;
}

/** A read sentence and what it stands for; without an intent it stands for nothing that is learned. */
export interface ReadRow extends ReadText {
  readonly intent?: string;
}

export interface Guess {
  readonly intent: string;
  /** Higher is surer; only to be compared with others of the same model. */
  readonly score: number;
}

/** Reads sentences of a data set: their features and, with an encoder, their vectors. */
export async function readTexts(
  texts: readonly string[],
  locale: Locale,
  encoder?: Encoder,
): Promise<readonly ReadText[]> {
  const words = texts.map(normaliseText);
  const features = words.map((each) => featuresOf(each, locale, []));
  if (!encoder?.locales.includes(locale)) return features.map((blocks) => ({ features: blocks }));
  const vectors = await encoder.encode(words);
  return features.map((blocks, index) => ({ features: blocks, ...vectorAt(vectors, index) }));
}

function vectorAt(vectors: readonly Float32Array[], index: number): Pick<ReadText, 'vector'> {
  const vector = vectors[index];
  return vector ? { vector } : {};
}

/** Trains the engine's classifier on the rows of any data set, and tells how it reads a sentence. */
export function learnDataSet(rows: readonly ReadRow[]): (text: ReadText) => Guess {
  const intents = [...new Set(rows.flatMap(({ intent }) => intent ?? []))];
  const places = new Map(intents.map((intent, place) => [intent, place]));
  const vocabulary = createVocabulary(rows.map(({ features }) => features));
  const rowOf = ({ features, vector }: ReadText) => withVector(vocabulary.rowOf(features), vector, vocabulary.size);
  const { weights } = trainSvm(
    rows.map(rowOf),
    rows.map(({ intent }) => (intent === undefined ? -1 : (places.get(intent) ?? -1))),
    intents.length,
    vocabulary.size + (rows[0]?.vector?.length ?? 0),
    FLOW_SETTINGS,
  );
  const margins = new Float32Array(intents.length);
  return (text) => {
    score(weights, rowOf(text), margins);
    let best = 0;
    for (let place = 1; place < margins.length; place++) if ((margins[place] ?? 0) > (margins[best] ?? 0)) best = place;
    return {
      intent: intents[best] ?? '',
      score: (margins[best] ?? 0) + KNOWN_WORDS * vocabulary.coverage(text.features),
    };
  };
}
