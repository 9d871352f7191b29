import { isDeepStrictEqual } from 'node:util';
import { productWords } from '../../bots/product-words.ts';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import { loadKnowledge } from '../../integrations/demo-world/load-knowledge.ts';
import { createAnswerReader } from '../../integrations/nlu/embedded/answers/create-answer-reader.ts';
import { findEntities } from '../../integrations/nlu/embedded/entities/find-entities.ts';
import { cleanText, normaliseText } from '../../integrations/nlu/embedded/normalise-text.ts';
import { readPosition } from '../../integrations/nlu/embedded/rules/read-position.ts';
import { readYesNo } from '../../integrations/nlu/embedded/rules/read-yes-no.ts';
import type { FoundEntity } from '../../integrations/nlu/reading.ts';
import { expecting, question } from '../unit/integrations/nlu/expectation.ts';
import { type AnswerRow, type EntityRow, goldRows } from './gold-rows.ts';

const readers = { en: createAnswerReader('en'), ja: createAnswerReader('ja') };

/** Looked for in every row, so that each row is a trap for all types but its own. */
const ALWAYS = [
  'order_number',
  'contract_number',
  'email',
  'postal_code',
  'phone_number',
  'date',
  'money',
  'product',
  'person_name',
];

/** How one row came out: `kinds` are the types it stands for, `nothing` where nothing is to be found. */
export interface GoldScore {
  readonly text: string;
  readonly kinds: readonly string[];
  readonly held: boolean;
  /** Exactly the expected values of the expected types, each in its place. */
  readonly right: boolean;
  /** `right`, and each span is the expected one to the letter. */
  readonly exact: boolean;
  readonly found: unknown;
}

const products = productWords(loadKnowledge().products);

/** Every gold row of a language, scored. */
export function scoreGold(locale: Locale): readonly GoldScore[] {
  return [
    ...goldRows.entities(locale).map((row) => scoreEntities(row, locale)),
    ...goldRows.answers(locale).map((row) => scoreAnswer(row, locale)),
  ];
}

function scoreEntities(row: EntityRow, locale: Locale): GoldScore {
  const types = new Set([...ALWAYS, ...row.expect.map(({ type }) => type)]);
  const asked = row.asked ? { question: question({ type: row.asked, slot: row.slot ?? row.asked }) } : {};
  const slots = [...types].map((type) => ({ name: type, type, filled: false }));
  const clean = cleanText(row.text);
  const found = findEntities(clean, locale, expecting(locale, { slots, ...asked }), row, { product: products }).filter(
    ({ type, confidence }) => type === row.asked || confidence >= 0.5,
  );
  const spans = found.map((entity) => ({ ...entity, text: clean.slice(entity.start, entity.end) }));
  const matches = (same: (span: string, expected: string) => boolean) =>
    spans.length === row.expect.length &&
    row.expect.every((expected) => spans.some((one) => isSame(one, expected) && same(one.text, inForm(expected.text))));
  return {
    text: row.text,
    kinds: row.expect.length > 0 ? [...new Set(row.expect.map(({ type }) => type))] : ['nothing'],
    held: row.held === true,
    right: matches((span, expected) => span.includes(expected) || expected.includes(span)),
    exact: matches((span, expected) => span === expected),
    found: spans.map(({ type, value, text }) => ({ type, value, text })),
  };
}

const isSame = (found: FoundEntity, expected: EntityRow['expect'][number]) =>
  found.type === expected.type && isDeepStrictEqual(found.value, expected.value);

/** The span as it stands in cleaned text. */
const inForm = (text: string) => cleanText(text);

function scoreAnswer(row: AnswerRow, locale: Locale): GoldScore {
  const words = normaliseText(row.text);
  const [kind, found, right] =
    'answer' in row
      ? answered(row.answer, readYesNo(words, locale, readers[locale]))
      : placed(row.position, readPosition(words, row.of));
  return { text: row.text, kinds: [kind], held: row.held === true, right, exact: right, found };
}

function answered(expected: string | null, found: ReturnType<typeof readYesNo>): [string, unknown, boolean] {
  return [`answer ${expected ?? 'none'}`, found, (found?.answer ?? null) === expected];
}

function placed(expected: number | null, found: number | undefined): [string, unknown, boolean] {
  return ['position', found, (found ?? null) === expected];
}
