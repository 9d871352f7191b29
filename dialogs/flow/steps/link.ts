import { z } from 'zod';
import type { Json } from '../../protocol/value.ts';
import { flowName, values } from '../names.ts';
import { stepFields } from './common-fields.ts';
import { defineStep, valueExpressions } from './define-step.ts';

/**
 * Leaves for another flow: this one ends as a success and does not come back.
 * @example
 * - link: order-status
 */
export interface LinkStep {
  readonly kind: 'link';
  readonly id: string;
  readonly if?: string;
  readonly flow: string;
  readonly with: Readonly<Record<string, Json>>;
}

const authoredLink = z
  .strictObject({
    link: flowName.describe('The flow to go on with.'),
    with: values.default({}).describe("That flow's slots to fill."),
    ...stepFields,
  })
  .describe('Leaves for another flow; this one ends as a success.');

export const linkKind = defineStep<typeof authoredLink, LinkStep>({
  verb: 'link',
  schema: authoredLink,
  goesOn: false,
  parse: (authored, base) => ({ kind: 'link', ...base, flow: authored.link, with: authored.with }),
  uses: (step) => ({
    expressions: valueExpressions(step.with, 'with'),
    flows: [{ flow: step.flow, path: ['link'], how: 'link' }],
  }),
});
