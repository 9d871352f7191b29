import type { FlowId } from '../../../dialogs/protocol/ids.ts';
import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import { commandsOf } from '../commands-of.ts';
import type { TrainingExamples } from '../nlu.ts';
import type { IntentLabel } from '../reading.ts';
import { answerExamples } from './answers/answer-examples.ts';
import { type AnswerReader, type LearnedAnswers, learnAnswers, openAnswers } from './answers/learn-answers.ts';
import { BACKGROUND } from './background/index.ts';
import { homesOf } from './begin-at-home.ts';
import {
  type Classifier,
  createClassifier,
  type LearnedClassifier,
  type TrainingRow,
  trainClassifier,
} from './classifier/train-classifier.ts';
import { featuresOf } from './features-of.ts';
import type { GazetteerEntry } from './gazetteer.ts';
import { labelOf } from './label-of.ts';
import { maskValues } from './mask-values.ts';
import { normaliseText } from './normalise-text.ts';
import { phraseKey } from './phrase-key.ts';

/** What one language's examples taught. */
export interface LanguageModel {
  /** Names of the classifier's groups, see `groupOf`. */
  readonly groups: readonly string[];
  readonly labels: readonly IntentLabel[];
  /** Places of each group's labels, in the order of the groups. */
  readonly labelsOf: readonly (readonly number[])[];
  readonly classifier: Classifier;
  /** Example phrases word for word. Phrases that stand under two labels are left out. */
  readonly phrases: ReadonlyMap<string, IntentLabel>;
  /** Slot → the one flow whose examples mark it. */
  readonly homes: ReadonlyMap<string, FlowId>;
  /** How near words come to a yes, a no and a maybe. */
  readonly answers: AnswerReader;
  /** The encoder's vector of normalised words, where there is an encoder for this language and it has read them. */
  readonly vectorOf?: VectorOf;
}

export type VectorOf = (words: string) => Float32Array | undefined;

/** An encoder's vectors by normalised words. */
export type Vectors = ReadonlyMap<string, Float32Array>;

/** All that one language is learned from, as data that can be sent to another thread. */
export interface Lesson {
  readonly locale: Locale;
  readonly examples: TrainingExamples;
  readonly products: readonly GazetteerEntry[];
  /** Of everything that is learned in this language, where an encoder reads it. */
  readonly vectors?: Vectors;
}

/** Rows that a language's classifier is trained on. */
export interface TrainingSet {
  readonly groups: readonly string[];
  readonly labels: readonly IntentLabel[];
  readonly rows: readonly TrainingRow[];
}

/** What training gives for one language, as data that can be kept. */
export interface LearnedLanguage {
  readonly groups: readonly string[];
  readonly labels: readonly IntentLabel[];
  readonly classifier: LearnedClassifier;
  /** Phrase and place of its label. */
  readonly phrases: readonly (readonly [string, number])[];
  readonly homes: readonly (readonly [string, FlowId])[];
  readonly answers: LearnedAnswers;
}

export type LearnedLanguages = Readonly<Record<Locale, LearnedLanguage>>;

/** Learns every language's examples, here and now. */
export function trainModels(examples: TrainingExamples, products: readonly GazetteerEntry[]): LearnedLanguages {
  const learned = LOCALES.map((locale) => [locale, learnLanguage({ locale, examples, products })] as const);
  return Object.fromEntries(learned) as Record<Locale, LearnedLanguage>; // one entry per locale by the map above
}

/** Learns one language's examples. Takes seconds, in which its thread does nothing else. */
export function learnLanguage({ locale, examples, products, vectors }: Lesson): LearnedLanguage {
  const { groups, labels, rows } = trainingSet(examples, locale, products, (words) => vectors?.get(words));
  const places = new Map(labels.map(({ id }, place) => [id, place]));
  return {
    groups,
    labels,
    classifier: trainClassifier(rows, { groups: groups.length, labels: labels.length }),
    phrases: [...phrasesOf(examples, locale, products)].map(([key, { id }]) => [key, places.get(id) ?? 0] as const),
    homes: [...homesOf(examples[locale] ?? {})],
    answers: learnAnswers(answerExamples(locale), locale),
  };
}

/** What was learned, ready to be asked. */
export function openModels(learned: LearnedLanguages): Readonly<Record<Locale, LanguageModel>> {
  const models = LOCALES.map((locale) => [locale, openModel(learned[locale], locale)] as const);
  return Object.fromEntries(models) as Record<Locale, LanguageModel>; // one entry per locale by the map above
}

function openModel(learned: LearnedLanguage, locale: Locale): LanguageModel {
  const { groups, labels, classifier, phrases, homes, answers } = learned;
  const known = phrases.flatMap(([key, place]): (readonly [string, IntentLabel])[] => {
    const label = labels[place];
    return label ? [[key, label]] : [];
  });
  const groupAt = labels.map(groupOf);
  return {
    groups,
    labels,
    labelsOf: groups.map((group) => [...groupAt.keys()].filter((place) => groupAt[place] === group)),
    classifier: createClassifier(classifier),
    phrases: new Map(known),
    homes: new Map(homes),
    answers: openAnswers(answers, locale),
  };
}

export function trainingSet(
  examples: TrainingExamples,
  locale: Locale,
  products: readonly GazetteerEntry[],
  vectorOf: VectorOf = () => undefined,
): TrainingSet {
  const groups: string[] = [];
  const labels: IntentLabel[] = [];
  const rows: TrainingRow[] = [];
  const read = (text: string) => {
    const words = normaliseText(text);
    const vector = vectorOf(words);
    return { features: featuresOf(words, locale, products), ...(vector ? { vector } : {}) };
  };
  for (const { label, text } of trainingPhrases(examples, locale)) {
    const known = labels.findIndex((other) => other.id === label.id);
    if (known < 0) labels.push(label);
    const group = groupOf(label);
    if (!groups.includes(group)) groups.push(group);
    rows.push({
      ...read(text),
      group: groups.indexOf(group),
      label: known < 0 ? labels.length - 1 : known,
    });
  }
  for (const text of [...BACKGROUND[locale], ...outOfScope(examples, locale)]) {
    rows.push({ ...read(text), group: -1, label: -1 });
  }
  return { groups, labels, rows };
}

/** Whose examples are what no shop can serve. */
const OUT_OF_SCOPE = 'patterns/cannot-handle';

export const outOfScope = (examples: TrainingExamples, locale: Locale): readonly string[] =>
  (examples[locale]?.[OUT_OF_SCOPE] ?? []).map(({ text }) => text);

/**
 * All wishes of a flow are one group: they speak of the same things. What a pattern's phrases set makes another command of them, thanks
 * is no joke; and topics of questions have nothing in common but that they are asked about.
 */
export function groupOf({ flow, set }: IntentLabel): string {
  const isOwn = flow.startsWith('patterns/') || set['topic'] !== undefined;
  return isOwn && Object.keys(set).length > 0 ? `${flow} ${JSON.stringify(set)}` : flow;
}

function phrasesOf(
  examples: TrainingExamples,
  locale: Locale,
  products: readonly GazetteerEntry[],
): ReadonlyMap<string, IntentLabel> {
  const phrases = new Map<string, IntentLabel>();
  const twice = new Set<string>();
  for (const { label, text } of trainingPhrases(examples, locale)) {
    const key = phraseKey(maskValues(normaliseText(text), locale, products));
    if (phrases.has(key) && phrases.get(key)?.flow !== label.flow) twice.add(key);
    phrases.set(key, label);
  }
  for (const key of twice) phrases.delete(key);
  return phrases;
}

/** The examples that teach something, in the order of a training set's first rows. */
export function trainingPhrases(
  examples: TrainingExamples,
  locale: Locale,
): readonly { readonly label: IntentLabel; readonly text: string }[] {
  return Object.entries(examples[locale] ?? {}).flatMap(([flow, phrases]) =>
    phrases
      .map((phrase) => ({ label: labelOf(flow, phrase), text: phrase.text }))
      .filter(({ label }) => commandsOf(label) !== undefined),
  );
}
