import type { Action } from '../action.ts';
import { callOf } from '../call-of.ts';
import { implementAction } from '../implement-action.ts';
import { KNOWLEDGE_ACTIONS } from './action-descriptors.ts';
import { contentWords } from './content-words.ts';
import type { Knowledge } from './knowledge.ts';
import { plainText } from './plain-text.ts';

/** The code behind the actions on help articles. */
export function createKnowledgeActions({ knowledge }: { readonly knowledge: Knowledge }): readonly Action[] {
  return [
    implementAction(KNOWLEDGE_ACTIONS.search_articles, async ({ words, sure, topic }, context) => {
      const about = topic ? { topic } : {};
      const asked = { words: words.slice(0, 1000), locale: context.locale, limit: 3, ...about };
      const found = await knowledge.searchArticles(asked, callOf(context));
      const [best, , third] = found.outcome === 'ok' ? found.value : [];
      if (!best || isGuess(asked.words, best.score, third?.score ?? 0, sure ?? false)) return { outcome: 'none' };
      const { score: _, ...article } = best;
      return { outcome: 'ok', output: article };
    }),
  ];
}

/** What an article has to score to be told to somebody who may have asked nothing. */
const CERTAIN = 0.5;
/** Three articles as near as this are equally good: the question alone doesn't tell which. */
const TIE = 0.9;
const POINTS_BACK = /\b(?:it|this|that|these|those|them|one)\b|それ|これ|あれ|how much|\bcosts?\b/i;

/** "I'll wait", "how do I clean it?": one word in common is no answer, nor is one of several that fit a thing we can't see. */
function isGuess(words: string, best: number, third: number, sure: boolean): boolean {
  const few = contentWords(plainText(words)).length < 2;
  if (sure && (few || best < CERTAIN)) return true;
  return few && POINTS_BACK.test(words) && third > best * TIE;
}
