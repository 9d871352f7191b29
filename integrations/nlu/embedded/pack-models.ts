import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import type { ClassCounts } from './classifier/train-classifier.ts';
import { openVocabulary, type Vocabulary } from './classifier/vocabulary.ts';
import type { LearnedLanguage, LearnedLanguages } from './train-models.ts';

/** Everything of a language but its numbers in bulk, which stand behind the header in the order of `bulkOf`. */
interface Head extends Pick<LearnedLanguage, 'groups' | 'labels' | 'phrases' | 'homes'> {
  readonly counts: ClassCounts;
  readonly texts: number;
  readonly size: number;
  /** Places behind the features: those of an encoder's vector. */
  readonly dense: number;
  readonly sigmoid: LearnedLanguage['classifier']['sigmoid'];
  readonly answers: { readonly texts: number; readonly size: number; readonly classes: number };
  readonly wishes: readonly { readonly labels: readonly number[]; readonly classes: number }[];
}

/** What was learned as bytes: for each language the length of its part (4 bytes) and the part. */
export function packModels(learned: LearnedLanguages): Uint8Array {
  const parts = LOCALES.map((locale) => packLanguage(learned[locale]));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  let at = 0;
  for (const part of parts) {
    new DataView(bytes.buffer).setUint32(at, part.length);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

/** What `packModels` has packed, or undefined where the bytes are something else. */
export function unpackModels(packed: Uint8Array): LearnedLanguages | undefined {
  try {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    let at = 0;
    const learned = LOCALES.map((locale) => {
      const end = at + 4 + view.getUint32(at);
      // A copy, whatever they were: a Buffer's slice is none.
      const language = unpackLanguage(new Uint8Array(packed.subarray(at + 4, end)));
      at = end;
      return [locale, language] as const;
    });
    if (at !== packed.byteLength) return undefined;
    return Object.fromEntries(learned) as Record<Locale, LearnedLanguage>; // one entry per locale by the map above
  } catch {
    return undefined;
  }
}

/** One language as bytes: the header's length (4 bytes), the header as JSON, and the numbers, in the machine's own byte order. */
export function packLanguage(learned: LearnedLanguage): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(headOf(learned)));
  const padded = Math.ceil(json.length / 4) * 4;
  const bulk = bulkOf(learned);
  const bytes = new Uint8Array(4 + padded + bulk.reduce((sum, part) => sum + part.byteLength, 0));
  new Uint32Array(bytes.buffer, 0, 1)[0] = padded;
  bytes.fill(32, 4, 4 + padded).set(json, 4);
  let at = 4 + padded;
  for (const part of bulk) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/**
 * What `packLanguage` has packed.
 * @param bytes a buffer of their own: numbers stand at multiples of four only in one that begins with them
 * @throws RangeError and SyntaxError where they are something else
 */
export function unpackLanguage(bytes: Uint8Array<ArrayBuffer>): LearnedLanguage {
  const padded = new Uint32Array(bytes.buffer, 0, 1)[0] ?? 0;
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + padded)));
  let at = 4 + padded;
  const language = languageOf(head, (count) => {
    at += count * 4;
    return [bytes.buffer, at - count * 4, count] as const;
  });
  if (at !== bytes.byteLength) throw new RangeError('There are more bytes than a language has.');
  return language;
}

function headOf({ groups, labels, phrases, homes, classifier, answers }: LearnedLanguage): Head {
  const { counts, vocabulary, sigmoid } = classifier;
  const wishes = classifier.labels.map((own) => ({ labels: own.labels, classes: own.model.classes }));
  return {
    groups,
    labels,
    phrases,
    homes,
    counts,
    texts: vocabulary.counts.texts,
    size: vocabulary.size,
    dense: counts.groups === 0 ? 0 : classifier.groups.weights.length / counts.groups - vocabulary.size,
    sigmoid,
    answers: {
      texts: answers.vocabulary.counts.texts,
      size: answers.vocabulary.size,
      classes: answers.model.classes,
    },
    wishes,
  };
}

function bulkOf({ classifier, answers }: LearnedLanguage): readonly (Uint32Array | Float32Array)[] {
  const { features, seen } = classifier.vocabulary.counts;
  const own = [features, seen, classifier.groups.weights, ...classifier.labels.map(({ model }) => model.weights)];
  const { counts } = answers.vocabulary;
  return [...own, counts.features, counts.seen, answers.model.weights];
}

type Take = (count: number) => readonly [ArrayBuffer, number, number];

function languageOf(head: Head, take: Take): LearnedLanguage {
  const { groups, labels, phrases, homes, counts, texts, size, dense, sigmoid } = head;
  const vocabulary = vocabularyOf({ size, texts }, take);
  const own = { classes: counts.groups, weights: new Float32Array(...take((size + dense) * counts.groups)) };
  const wishes = head.wishes.map(({ labels: places, classes }) => ({
    labels: places,
    model: { classes, weights: new Float32Array(...take((size + dense) * classes)) },
  }));
  const answers = {
    vocabulary: vocabularyOf(head.answers, take),
    model: {
      classes: head.answers.classes,
      weights: new Float32Array(...take(head.answers.size * head.answers.classes)),
    },
  };
  const classifier = { counts, vocabulary, groups: own, labels: wishes, sigmoid };
  return { groups, labels, phrases, homes, classifier, answers };
}

const vocabularyOf = ({ size, texts }: { readonly size: number; readonly texts: number }, take: Take): Vocabulary =>
  openVocabulary({ features: new Uint32Array(...take(size)), seen: new Uint32Array(...take(size)), texts });
