import { z } from 'zod';
import { bilingual } from '../data-shapes.ts';

const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'snake_case, as ids are');
const words = z.object({ en: z.array(z.string().min(1)).min(1), ja: z.array(z.string().min(1)).min(1) });

/** One product of `dialogs/knowledge/products.yaml` (a list under `products:`). */
export const product = z.strictObject({
  id,
  name: bilingual,
  /** Other words that customers use for it, in each language; Japanese ones in katakana, hiragana and kanji as they come. */
  aliases: words,
  /** The Japanese name in katakana, for speech. */
  reading: z.string().min(1),
  category: z.enum(['kitchen', 'home', 'air', 'audio', 'mobile', 'network', 'mobility', 'camera']),
  warranty_months: z.int().min(1),
  /** Address of the picture below the shop's pages: `/products/espresso-machine.svg`. */
  image: z.string().min(1),
});
export type Product = z.infer<typeof product>;

/** What a step leads to when it did not solve the trouble: the id of a later step of the same symptom, or the end of the guide. */
const target = z.union([id, z.literal('no_more')]);

/** One thing to try. The bot says it, waits, and hears "done and it works", "did not help" or "cannot do that". */
const guideStep = z.strictObject({
  id,
  /** The cause that this step rules out: one of the symptom's causes. */
  cause: id.optional(),
  /** For screens. One thing to do, and how to see whether it worked. */
  text: bilingual,
  /** For voice: no "see", no brackets. */
  speech: bilingual,
  image: z.strictObject({ url: z.string().min(1), alt: bilingual }).optional(),
  /** Where to go on. Left out: the next step of the list, after the last one the end. */
  next: z.strictObject({ did_not_help: target.optional(), cannot_do: target.optional() }).optional(),
});
export type GuideStep = z.infer<typeof guideStep>;

const symptom = z.strictObject({
  id,
  name: bilingual,
  /** What customers say about it: words and whole phrases, at least eight per language; search is done over these and the name. */
  words,
  /** true: stop at once, safety instructions and a person. Such a symptom needs no steps. */
  danger: z.boolean().default(false),
  causes: z.array(z.strictObject({ id, name: bilingual })),
  steps: z.array(guideStep),
});
export type Symptom = z.infer<typeof symptom>;

/** One file `dialogs/knowledge/guides/<product>.yaml`: three to eight symptoms that are not dangers. */
export const guide = z.strictObject({ product: id, symptoms: z.array(symptom).min(3) });
export type Guide = z.infer<typeof guide>;
