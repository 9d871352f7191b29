import MiniSearch from 'minisearch';
import { conceptsOf, isConcept, isElsewhere, namesThing } from './concepts.ts';
import { contentWords } from './content-words.ts';
import { plainText } from './plain-text.ts';
import { tokenize } from './tokenize.ts';

/** Something to be found. */
export interface Searchable {
  readonly id: string;
  /** Titles, questions, synonyms: each a phrase of its own. What a question is most like decides. */
  readonly phrases: readonly string[];
  /** Running text: says that words belong here, and little more. */
  readonly body: string;
}

interface Hit {
  readonly id: string;
  /** 0 to 1: how like its best phrase the question is, and how much of the question it knows. */
  readonly score: number;
}

export type TextSearch = (question: string, limit: number) => readonly Hit[];

/** Shares of the score. */
const LIKENESS = 0.3;
const KNOWN = 0.7;
/** What a word counts that stands in the running text alone; a concept beside its words; a word that stands nowhere, beside the rarest known. */
const IN_BODY = 0.3;
const CONCEPT = 0.5;
const UNKNOWN = 0.7;
/** What the name of a product counts beside what is asked about it: "return the camera" is about returning. */
const THING = 0.5;
/** What is left of the score of a question that asks for something else. */
const ELSEWHERE = 0.4;
/** By how many the known words of a question must outnumber the others: with a word or two in common an article is hardly more than a guess. */
const ENOUGH = 2;
/** Enough candidates for the second look. */
const CANDIDATES = 20;

/**
 * A search over short texts in both languages. MiniSearch brings the candidates (it forgives slips of the pen), a second look orders them by a
 * score that means the same for every question, so that a threshold can tell an answer from a guess.
 * @param scarce what is left of the score where the question shares a word or two by chance; 1 where few words are all there is to go by
 */
export function createTextSearch(things: readonly Searchable[], scarce = 1): TextSearch {
  const index = new MiniSearch<{ id: string; phrases: string; body: string }>({
    fields: ['phrases', 'body'],
    tokenize: (text) => [...tokenize(text)],
    processTerm: (term) => term,
    searchOptions: {
      boost: { phrases: 3 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(things.map(({ id, phrases, body }) => ({ id, phrases: phrases.join('\n'), body })));
  const prepared = new Map(things.map((thing) => [thing.id, prepare(thing)]));
  const weight = createWeight([...prepared.values()]);
  return (question, limit) => {
    const asked = tokenize(question);
    const plain = plainText(question);
    const words = contentWords(plain);
    if (asked.length === 0) return [];
    const fitness = isElsewhere(plain) ? ELSEWHERE : 1;
    const hits = index
      .search(question)
      .slice(0, CANDIDATES)
      .flatMap(({ id, match }) => {
        const thing = prepared.get(String(id));
        if (!thing) return [];
        const terms = respell(asked, thing, match);
        const evidence = isScarce(respell(words, thing, match), thing) ? scarce : 1;
        const fit = LIKENESS * likeness(terms, thing, weight) + KNOWN * known(terms, thing, weight);
        return [{ id: String(id), score: fitness * evidence * fit }];
      });
    return hits.toSorted((a, b) => b.score - a.score).slice(0, limit);
  };
}

interface Prepared {
  readonly phrases: readonly ReadonlySet<string>[];
  readonly inPhrases: ReadonlySet<string>;
  readonly inBody: ReadonlySet<string>;
}

/** Running text speaks of many things: its concepts say nothing about what it answers. */
function prepare({ phrases, body }: Searchable): Prepared {
  const sets = phrases.map((phrase) => new Set(tokenize(phrase)));
  return {
    phrases: sets,
    inPhrases: new Set(sets.flatMap((set) => [...set])),
    inBody: new Set(tokenize(body).filter((term) => !isConcept(term))),
  };
}

type Weight = (term: string) => number;

/** Rare words weigh more. A word that stands nowhere may be anything: it weighs less than the rarest that is known. */
function createWeight(things: readonly Prepared[]): Weight {
  const counts = new Map<string, number>();
  for (const { inPhrases, inBody } of things) {
    for (const term of new Set([...inPhrases, ...inBody]))
      counts.set(term, (counts.get(term) ?? 0) + (inPhrases.has(term) ? 1 : 0.5));
  }
  const rarest = Math.log(1 + things.length);
  const known = new Map<string, number>();
  for (const [term, count] of counts) known.set(term, weigh(term, count));
  return (term) => known.get(term) ?? rarest * UNKNOWN;

  function weigh(term: string, count: number): number {
    const rare = Math.log(1 + things.length / Math.max(1, count)) * (namesThing(term) ? THING : 1);
    return isConcept(term) ? CONCEPT * rare : rare;
  }
}

/** A misspelt word counts as the word that the index took it for. */
function respell(
  asked: readonly string[],
  { inPhrases, inBody }: Prepared,
  match: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const has = (term: string) => inPhrases.has(term) || inBody.has(term);
  const near = Object.keys(match).filter(has);
  return asked.map((term) => {
    if (term.length < 5 || isConcept(term) || has(term)) return term;
    return (
      near.find((other) => Math.abs(other.length - term.length) < 2 && other.slice(0, 3) === term.slice(0, 3)) ?? term
    );
  });
}

const sum = (terms: Iterable<string>, weight: Weight) => [...terms].reduce((total, term) => total + weight(term), 0);

/** Cosine with the most similar phrase. */
function likeness(asked: readonly string[], { phrases }: Prepared, weight: Weight): number {
  const own = sum(asked, weight);
  const likenesses = phrases.map((phrase) => {
    const shared = asked.filter((term) => phrase.has(term));
    return shared.length === 0 ? 0 : sum(shared, weight) / Math.sqrt(own * sum(phrase, weight));
  });
  return Math.max(0, ...likenesses);
}

/** How much of the question, by weight, the text knows. */
function known(asked: readonly string[], { inPhrases, inBody }: Prepared, weight: Weight): number {
  const knows = (term: string) => (inPhrases.has(term) ? 1 : inBody.has(term) ? IN_BODY : 0);
  const total = asked.reduce((value, term) => value + knows(term) * weight(term), 0);
  return total / sum(asked, weight);
}

/** Has it little in common with the question, word by word, in itself or in its meaning? */
function isScarce(words: readonly string[], { inPhrases }: Prepared): boolean {
  const has = (word: string) => inPhrases.has(word) || conceptsOf(word).some((concept) => inPhrases.has(concept));
  const shared = words.filter(has).length;
  return shared - (words.length - shared) < ENOUGH;
}
