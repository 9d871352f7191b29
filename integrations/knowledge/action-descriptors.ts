import { z } from 'zod';
import { describeAction } from '../describe-action.ts';
import { foundArticle } from './knowledge.ts';

/** What flows may know of the actions on help articles. */
export const KNOWLEDGE_ACTIONS = {
  search_articles: describeAction({
    name: 'search_articles',
    description: 'The help article that answers a question best, with its source; `none` rather than a bad one.',
    input: z.object({
      words: z.string().max(2000),
      topic: z
        .string()
        .max(60)
        .optional()
        .describe('What the question is about, where that is known: `returns`, `stock` …'),
      sure: z
        .boolean()
        .optional()
        .describe('For words that may be no question at all: only an article that certainly answers them'),
    }),
    output: foundArticle.omit({ score: true }),
    outcomes: ['none'],
    timeoutMs: 2000,
  }),
} as const;
