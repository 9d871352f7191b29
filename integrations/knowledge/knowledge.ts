import { z } from 'zod';
import { LOCALES } from '../../dialogs/protocol/locale.ts';
import { operation, type SocketOf } from '../operation.ts';

export const foundArticle = z.object({
  article: z.string().describe('Id of the article'),
  title: z.string(),
  answer: z.string().describe('For screens'),
  speech: z.string().describe('For voice'),
  source: z.string().describe('Name of the source'),
  url: z.string().describe('Where to read on'),
  score: z.number().describe('How well it fits, 0 to 1'),
});
export type FoundArticle = z.infer<typeof foundArticle>;

/** What is asked of the system that holds help articles. */
export const KNOWLEDGE_API = {
  searchArticles: operation({
    summary: 'Finds the articles that answer a question, best first; none rather than a bad one.',
    method: 'POST',
    path: '/articles/search',
    repeatable: true,
    input: z.object({
      words: z.string().max(1000),
      locale: z.enum(LOCALES),
      limit: z.int().min(1).max(10),
      topic: z
        .string()
        .max(60)
        .optional()
        .describe(
          'What the question is about, where that is known: the main article of it comes too, after the others',
        ),
    }),
    output: z.array(foundArticle),
    outcomes: [],
  }),
} as const;

/**
 * THE SOCKET of the system that holds help articles.
 * @example
 * const found = await knowledge.searchArticles({ words: 'how do I descale it?', locale: 'en', limit: 3 });
 */
export type Knowledge = SocketOf<typeof KNOWLEDGE_API>;
