import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import { extractFeatures, type FeatureBlocks } from '../classifier/extract-features.ts';
import { type LinearModel, type SvmSettings, score, trainSvm } from '../classifier/train-svm.ts';
import { createVocabulary, type Vocabulary } from '../classifier/vocabulary.ts';
import { normaliseText } from '../normalise-text.ts';
import type { YesNo } from '../rules/yes-no.ts';
import { ANSWER_SIGNS } from './answer-signs.ts';

/** A phrase and what it answers, or `none`. */
export interface AnswerExample {
  readonly text: string;
  readonly answer: YesNo | 'none';
}

/** Margin of every kind of answer, and of `none`. */
export type AnswerMargins = Readonly<Record<YesNo | 'none', number>>;

const KINDS = ['yes', 'no', 'maybe', 'none'] as const;
const SETTINGS: SvmSettings = { cost: 1, rounds: 8 };

const SIGNS = Object.entries(ANSWER_SIGNS);

/** What was learned, as data that can be kept. */
export interface LearnedAnswers {
  readonly vocabulary: Vocabulary;
  readonly model: LinearModel;
}

/** Margins of normalised words. */
export type AnswerReader = (words: string) => AnswerMargins;

/** Learns to tell answers from each other and from what is none. The same examples always give the same. */
export function learnAnswers(examples: readonly AnswerExample[], locale: Locale): LearnedAnswers {
  const features = examples.map(({ text }) => featuresOf(normaliseText(text), locale));
  const vocabulary = createVocabulary(features);
  const model = trainSvm(
    features.map((each) => vocabulary.rowOf(each)),
    examples.map(({ answer }) => KINDS.indexOf(answer)),
    KINDS.length,
    vocabulary.size,
    SETTINGS,
  );
  return { vocabulary, model };
}

/** What was learned, ready to be asked. */
export function openAnswers({ vocabulary, model }: LearnedAnswers, locale: Locale): AnswerReader {
  const margins = new Float32Array(KINDS.length);
  return (words) => {
    score(model.weights, vocabulary.rowOf(featuresOf(words, locale)), margins);
    const [yes = 0, no = 0, maybe = 0, none = 0] = margins;
    return { yes, no, maybe, none };
  };
}

function featuresOf(words: string, locale: Locale): FeatureBlocks {
  const signs = SIGNS.flatMap(([name, sign]) => (sign[locale].test(words) ? [name] : []));
  return extractFeatures(words, locale, signs);
}
