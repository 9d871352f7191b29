import { z } from 'zod';
import type { Json } from '../../protocol/value.ts';
import { condition, snakeName, textName, values } from '../names.ts';
import { authoredNext, type Route } from '../next.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { ongoingStepFields } from './common-fields.ts';
import { defineStep, type StepUses, type TextUse, valueExpressions } from './define-step.ts';

/**
 * Asks for a slot until it holds an accepted value.
 * @example
 * - collect: order_number
 *   rejections: [{ if: size(slots.order_number) < 8, say: order_number_incomplete }]
 */
export interface CollectStep {
  readonly kind: 'collect';
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
  readonly slot: string;
  /** Full text key of the question. */
  readonly ask: string;
  readonly with: Readonly<Record<string, Json>>;
  readonly force_ask: boolean;
  /** Offered answers; `text` is the full key of the label. */
  readonly options?: readonly { readonly value: Json; readonly text: string }[];
  /** CEL source giving a list of `{value, label}` records. */
  readonly options_from?: string;
  readonly rejections: readonly { readonly if: string; readonly say: string }[];
  /** Full text keys, one per retry; absent: the texts of pattern `no-match`; empty: no retry. */
  readonly attempts?: readonly string[];
  /** Full text keys, one per silence; absent: the texts of pattern `no-input`. */
  readonly on_no_input?: readonly string[];
  /** Absent: pattern `cannot-handle`. */
  readonly on_exhausted?: Route;
  readonly skippable: boolean;
  /** Absent: the flow's. */
  readonly interruptions?: 'allow' | 'ask' | 'block';
  readonly merge_ms: number;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const authoredCollect = z
  .strictObject({
    collect: snakeName.describe('The slot to fill.'),
    ask: textName.optional().describe('Key of the question; `ask_<slot>` without it.'),
    with: values.default({}).describe("Values for the question's texts."),
    force_ask: z.boolean().default(false).describe('Ask even when the slot is filled already.'),
    options: z
      .array(z.union([scalar, z.strictObject({ value: scalar, text: textName.describe('Key of the label.') })]))
      .min(1)
      .optional()
      .describe('Offered answers: values, or {value, text}. The label of a bare value is the text `option_<value>`.'),
    options_from: z.string().min(1).optional().describe('CEL giving a list of {value, label} records.'),
    rejections: z
      .array(z.strictObject({ if: condition, say: textName }))
      .default([])
      .describe('While `if` holds for the offered value, say the reason and ask again; counts as a try.'),
    attempts: z
      .array(textName)
      .max(5)
      .optional()
      .describe('Texts for the 1st, 2nd … retry; their number is the number of retries.'),
    on_no_input: z
      .array(textName)
      .max(5)
      .optional()
      .describe('Texts for the 1st, 2nd … silence; the first is also the reprompt.'),
    on_exhausted: authoredNext.optional().describe('Where to go when tries or silences are used up.'),
    skippable: z.boolean().default(false).describe('May the customer skip it?'),
    interruptions: z
      .enum(['allow', 'ask', 'block'])
      .optional()
      .describe("May another flow start here? Without it, the flow's own rule."),
    merge_ms: z
      .int()
      .min(0)
      .max(3000)
      .default(0)
      .describe('Wait this long, in milliseconds, to join texts sent in pieces.'),
    ...ongoingStepFields,
  })
  .describe('Asks for a slot until it holds an accepted value.');

const wordOf = (value: Json) =>
  String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');

export const collectKind = defineStep<typeof authoredCollect, CollectStep>({
  verb: 'collect',
  schema: authoredCollect,
  parse: (authored, base, reader) => ({
    kind: 'collect',
    ...base,
    slot: authored.collect,
    ask: reader.textKey(authored.ask ?? `ask_${authored.collect}`),
    with: authored.with,
    force_ask: authored.force_ask,
    rejections: authored.rejections.map((rejection) => ({ if: rejection.if, say: reader.textKey(rejection.say) })),
    skippable: authored.skippable,
    merge_ms: authored.merge_ms,
    ...withoutUndefined({
      options: authored.options?.map((option) =>
        typeof option === 'object'
          ? { value: option.value, text: reader.textKey(option.text) }
          : { value: option, text: reader.textKey(`option_${wordOf(option)}`) },
      ),
      options_from: authored.options_from,
      attempts: authored.attempts?.map(reader.textKey),
      on_no_input: authored.on_no_input?.map(reader.textKey),
      on_exhausted:
        authored.on_exhausted === undefined ? undefined : reader.route(authored.on_exhausted, ['on_exhausted']),
      interruptions: authored.interruptions,
    }),
  }),
  uses: (step) => ({
    texts: collectTexts(step),
    expressions: [
      ...valueExpressions(step.with, 'with'),
      ...(step.options_from === undefined
        ? []
        : [{ source: step.options_from, path: ['options_from'], wanted: 'list' as const }]),
      ...step.rejections.map((rejection, index) => ({
        source: rejection.if,
        path: ['rejections', index, 'if'],
        wanted: 'condition' as const,
        offered: step.slot,
      })),
    ],
    routes: step.on_exhausted ? [{ name: 'on_exhausted', route: step.on_exhausted, path: ['on_exhausted'] }] : [],
    fills: [{ slot: step.slot, path: ['collect'], by: 'customer' }],
  }),
});

function collectTexts(step: CollectStep): StepUses['texts'] {
  const use = (key: string, path: TextUse['path'], role: TextUse['role']): TextUse => ({
    key,
    path,
    role,
    with: step.with,
  });
  return [
    use(step.ask, ['ask'], 'ask'),
    ...(step.options ?? []).map((option, index) => use(option.text, ['options', index], 'label')),
    ...step.rejections.map((rejection, index) => use(rejection.say, ['rejections', index, 'say'], 'rejection')),
    ...(step.attempts ?? []).map((key, index) => use(key, ['attempts', index], 'retry')),
    ...(step.on_no_input ?? []).map((key, index) => use(key, ['on_no_input', index], 'silence')),
  ];
}
