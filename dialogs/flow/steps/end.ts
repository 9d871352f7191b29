import { z } from 'zod';
import { stepFields } from './common-fields.ts';
import { defineStep } from './define-step.ts';

/**
 * Ends the flow.
 * @example
 * - end: failed
 */
export interface EndStep {
  readonly kind: 'end';
  readonly id: string;
  readonly if?: string;
  readonly outcome: 'success' | 'failed';
  /** Also say goodbye and close the session. */
  readonly close: boolean;
}

const authoredEnd = z
  .strictObject({
    end: z.enum(['success', 'failed']).describe('How the flow ends: reports and `call` read it.'),
    close: z.boolean().default(false).describe('Also say goodbye and close the session.'),
    ...stepFields,
  })
  .describe('Ends the flow.');

export const endKind = defineStep<typeof authoredEnd, EndStep>({
  verb: 'end',
  schema: authoredEnd,
  goesOn: false,
  parse: (authored, base) => ({ kind: 'end', ...base, outcome: authored.end, close: authored.close }),
  uses: () => ({}),
});
