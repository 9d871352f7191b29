import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { PRODUCT_FOLDER } from '../../bots/product-folder.ts';
import type { Locale } from '../../dialogs/protocol/locale.ts';

/** A value that stands in a row's words; `text` is its span as it was written. */
const valueSchema = z.strictObject({ type: z.string(), value: z.json(), text: z.string() });

/** `asked`: the type that the open question asks for; `slot`: the name of its slot. `held` rows are not read while finders are mended. */
const entityRowSchema = z.strictObject({
  text: z.string(),
  now: z.iso.datetime(),
  zone: z.string(),
  asked: z.string().optional(),
  slot: z.string().optional(),
  expect: z.array(valueSchema),
  held: z.literal(true).optional(),
});

const answerRowSchema = z.union([
  z.strictObject({
    text: z.string(),
    answer: z.enum(['yes', 'no', 'maybe']).nullable(),
    held: z.literal(true).optional(),
  }),
  z.strictObject({
    text: z.string(),
    of: z.int().positive(),
    position: z.int().nullable(),
    held: z.literal(true).optional(),
  }),
]);

export type EntityRow = z.infer<typeof entityRowSchema>;
export type AnswerRow = z.infer<typeof answerRowSchema>;

/** The gold rows of one language: values in `entities`, yes/no answers and places in a list in `answers`. */
export const goldRows = {
  entities: (locale: Locale): readonly EntityRow[] => read('entities', locale, entityRowSchema),
  answers: (locale: Locale): readonly AnswerRow[] => read('answers', locale, answerRowSchema),
};

function read<Row>(name: string, locale: Locale, schema: z.ZodType<Row>): readonly Row[] {
  return readFileSync(path.join(PRODUCT_FOLDER, 'test', 'nlu', `${name}.${locale}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));
}
