import type { Action } from '../action.ts';
import { callOf } from '../call-of.ts';
import { implementAction } from '../implement-action.ts';
import { KNOWLEDGE_ACTIONS } from './action-descriptors.ts';
import type { Knowledge } from './knowledge.ts';

/** The code behind the actions on help articles. */
export function createKnowledgeActions({ knowledge }: { readonly knowledge: Knowledge }): readonly Action[] {
  return [
    implementAction(KNOWLEDGE_ACTIONS.search_articles, async ({ words }, context) => {
      const asked = { words: words.slice(0, 1000), locale: context.locale, limit: 3 };
      const found = await knowledge.searchArticles(asked, callOf(context));
      const best = found.outcome === 'ok' ? found.value[0] : undefined;
      if (!best) return { outcome: 'none' };
      const { score: _, ...article } = best;
      return { outcome: 'ok', output: article };
    }),
  ];
}
