import { z } from 'zod';
import type { Resend } from '../../protocol/effect.ts';
import type { Json } from '../../protocol/value.ts';
import { textName, values } from '../names.ts';
import type { Route } from '../next.ts';
import { ongoingStepFields } from './common-fields.ts';
import { defineStep, valueExpressions } from './define-step.ts';

/**
 * Says a text.
 * @example
 * - say: order_delayed
 *   with: { days: slots.order.days_late }
 */
export interface SayStep {
  readonly kind: 'say';
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
  /** Full text key. */
  readonly text: string;
  /** Value name → CEL source (string) or literal. */
  readonly with: Readonly<Record<string, Json>>;
  readonly resend: Resend;
}

const authoredSay = z
  .strictObject({
    say: textName.describe('Key of the text to say.'),
    with: values.default({}).describe('Extra values for the text: fields of records, computed values.'),
    resend: z
      .enum(['again', 'ask_first', 'never'])
      .default('again')
      .describe('When a crash leaves delivery unknown: `again` may come twice, `never` is for one-time codes.'),
    ...ongoingStepFields,
  })
  .describe('Says a text.');

export const sayKind = defineStep<typeof authoredSay, SayStep>({
  verb: 'say',
  schema: authoredSay,
  parse: (authored, base, reader) => ({
    kind: 'say',
    ...base,
    text: reader.textKey(authored.say),
    with: authored.with,
    resend: authored.resend,
  }),
  uses: (step) => ({
    texts: [{ key: step.text, path: ['say'], role: 'say', with: step.with }],
    expressions: valueExpressions(step.with, 'with'),
  }),
});
