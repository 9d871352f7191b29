import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import type { Article } from '../article.ts';
import { createTextSearch, type TextSearch } from '../create-text-search.ts';
import type { FoundArticle, Knowledge } from '../knowledge.ts';

/** Below this an article is a guess, and the honest answer is that we don't know. */
const ARTICLE_THRESHOLD = 0.16;
/** What is left of the score of an article that has hardly a word in common with the question. */
const SCARCE = 0.5;
/** What it is worth that an article is about what the question is known to be about: "how much is the kettle" is no matter of kettles. */
const ON_TOPIC = 0.35;
/** So many of a language are looked at. */
const CANDIDATES = 10;

/** The knowledge socket over the articles of the dialogs. */
export function createDemoKnowledge(articles: readonly Article[]): Knowledge {
  const searches = new Map<Locale, TextSearch>();
  const searchIn = (locale: Locale) => {
    const known = searches.get(locale);
    if (known) return known;
    const own = articles.filter((article) => article.locale === locale);
    const things = own.map(({ id, title, words, body }) => ({ id, phrases: [title, ...words], body }));
    const made = createTextSearch(things, SCARCE);
    searches.set(locale, made);
    return made;
  };
  return {
    searchArticles: async ({ words, locale, limit, topic }) => {
      const about = articles.filter((article) => topic !== undefined && article.topic === topic);
      const lead = about.find(({ leads }) => leads);
      // Another article of the topic needs words in common, to be told before the one that leads.
      const bonus = (id: string, score: number) =>
        id === lead?.id || (score >= ARTICLE_THRESHOLD && about.some((article) => article.id === id)) ? ON_TOPIC : 0;
      // Words in the other language find their article too; the answer is in the conversation's.
      const hits = LOCALES.flatMap((each) => searchIn(each)(words, CANDIDATES)).map(({ id, score }) => ({
        id,
        score: Math.min(1, score + bonus(id, score)),
      }));
      const value = [...hits, ...(lead ? [{ id: lead.id, score: ON_TOPIC }] : [])]
        .toSorted((a, b) => b.score - a.score)
        .filter(
          (hit, at, all) => hit.score >= ARTICLE_THRESHOLD && all.findIndex((other) => other.id === hit.id) === at,
        )
        .slice(0, limit)
        .flatMap(({ id, score }) => found(articles, id, locale, score) ?? []);
      return { outcome: 'ok', value };
    },
  };
}

function found(articles: readonly Article[], id: string, locale: Locale, score: number): FoundArticle | undefined {
  const article = articles.find((one) => one.id === id && one.locale === locale);
  if (!article) return undefined;
  const { title, answer, speech, source, url } = article;
  return { article: id, title, answer, speech, source, url, score: Math.round(score * 1000) / 1000 };
}
