import MiniSearch from 'minisearch';
import { tokenize } from './tokenize.ts';

/** Something to be found. */
export interface Searchable {
  readonly id: string;
  /** Titles, questions, synonyms: each a phrase of its own. What a question is most like decides. */
  readonly phrases: readonly string[];
  /** Running text: says that words belong here, and little more. */
  readonly body: string;
}

export interface Hit {
  readonly id: string;
  /** 0 to 1: how like its best phrase the question is, and how much of the question it knows. */
  readonly score: number;
}

export type TextSearch = (question: string, limit: number) => readonly Hit[];

/** How much the likeness with one phrase counts beside the words known anywhere in the text. */
const LIKENESS = 0.65;
const KNOWN = 1 - LIKENESS;
/** Enough candidates for the second look. */
const CANDIDATES = 12;

/**
 * A search over short texts in both languages. MiniSearch brings the candidates (it forgives slips of the pen), a second look orders them by a
 * score that means the same for every question, so that a threshold can tell an answer from a guess.
 */
export function createTextSearch(things: readonly Searchable[]): TextSearch {
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
  const rarity = createRarity([...prepared.values()].map((one) => one.all));
  return (question, limit) => {
    const asked = tokenize(question);
    if (asked.length === 0) return [];
    const found = index.search(question).slice(0, CANDIDATES);
    const hits = found.flatMap(({ id, match }) => {
      const thing = prepared.get(String(id));
      if (!thing) return [];
      const respelt = respell(asked, thing.all, match);
      return [
        {
          id: String(id),
          score: LIKENESS * likeness(respelt, thing.phrases, rarity) + KNOWN * known(respelt, thing.all, rarity),
        },
      ];
    });
    return hits.toSorted((a, b) => b.score - a.score).slice(0, limit);
  };
}

interface Prepared {
  readonly phrases: readonly ReadonlySet<string>[];
  readonly all: ReadonlySet<string>;
}

function prepare({ phrases, body }: Searchable): Prepared {
  const sets = phrases.map((phrase) => new Set(tokenize(phrase)));
  return { phrases: sets, all: new Set([...sets.flatMap((set) => [...set]), ...tokenize(body)]) };
}

type Rarity = (term: string) => number;

/** Rare words weigh more; a word that stands nowhere weighs most. */
function createRarity(texts: readonly ReadonlySet<string>[]): Rarity {
  const counts = new Map<string, number>();
  for (const text of texts) for (const term of text) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + (texts.length + 1) / ((counts.get(term) ?? 0) + 0.5));
}

/** A misspelt word counts as the word that the index took it for. */
function respell(
  asked: readonly string[],
  all: ReadonlySet<string>,
  match: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const near = Object.keys(match).filter((term) => all.has(term));
  return asked.map((term) => {
    if (all.has(term) || term.length < 4) return term;
    return (
      near.find((other) => Math.abs(other.length - term.length) < 3 && other.slice(0, 2) === term.slice(0, 2)) ?? term
    );
  });
}

const weigh = (terms: Iterable<string>, rarity: Rarity) => [...terms].reduce((sum, term) => sum + rarity(term) ** 2, 0);

/** Cosine with the most similar phrase. */
function likeness(asked: readonly string[], phrases: readonly ReadonlySet<string>[], rarity: Rarity): number {
  const own = weigh(asked, rarity);
  const likenesses = phrases.map((phrase) => {
    const shared = weigh(
      asked.filter((term) => phrase.has(term)),
      rarity,
    );
    return shared === 0 ? 0 : shared / Math.sqrt(own * weigh(phrase, rarity));
  });
  return Math.max(0, ...likenesses);
}

/** How much of the question, by weight, the text knows at all. */
function known(asked: readonly string[], all: ReadonlySet<string>, rarity: Rarity): number {
  const own = weigh(asked, rarity);
  return own === 0
    ? 0
    : weigh(
        asked.filter((term) => all.has(term)),
        rarity,
      ) / own;
}
