import { z } from 'zod';
import type { Locale } from '../../dialogs/protocol/locale.ts';

/** Front matter of `dialogs/knowledge/articles/<id>.{en,ja}.md`. */
export const articleFront = z.strictObject({
  title: z.string().min(1),
  /** The page that the customer may open: `https://aozora.example/help/descaling`. */
  url: z.url(),
  /** How the source is named to the customer: "Aozora Help: Descaling". */
  source: z.string().min(1),
  /** Other words and whole questions that customers use for this: searched like the title. */
  words: z.array(z.string().min(1)).min(1),
  /** What kind of question it answers: told before others where a question is known to be of this kind. */
  topic: z.string().min(1).optional(),
  /** Of its topic's articles the one that is told where none fits the words. */
  leads: z.boolean().default(false),
  /** Products that it is about; empty or left out: all, or none in particular. */
  products: z.array(z.string()).default([]),
  /** The answer for the ear, at most two sentences: no address, no list, nothing to see. */
  speech: z.string().min(1),
});

/**
 * An article in one language. `answer` is the text below the front matter up to the first blank line: what the bot says on a screen
 * (English ≤ 240, Japanese ≤ 120 characters). `body` is everything, and is searched too.
 */
export interface Article extends z.infer<typeof articleFront> {
  readonly id: string;
  readonly locale: Locale;
  readonly answer: string;
  readonly body: string;
}
