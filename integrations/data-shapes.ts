import { z } from 'zod';

/** A calendar date, never shifted by a zone: `2026-11-24`. */
export const calendarDate = z.iso.date();

/** An instant in UTC: `2026-11-24T09:00:00.000Z`. */
export const instant = z.iso.datetime();

/** `amount` is in the currency's main unit: 7980 yen, 79.8 dollars. Prices include tax. */
export const money = z.object({ amount: z.number(), currency: z.enum(['JPY', 'USD']) });
export type Money = z.infer<typeof money>;

/** A name in every language that the bot speaks. */
export const bilingual = z.object({ en: z.string().min(1), ja: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

/** One thing that a customer may choose from: what `options_from` of a `collect` takes. */
export const choice = z.object({
  value: z.string().describe('What is chosen'),
  label: z.string().describe('Its name, in the language of the conversation'),
  synonyms: z.array(z.string()).describe('Other words that mean it'),
});

/** What customers type where an order number is asked: checked by looking it up, never by refusing its shape. */
export const orderNumber = z.string().min(1).max(40).describe('Order number: two letters, six digits');
