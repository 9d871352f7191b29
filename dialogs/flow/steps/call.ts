import { z } from 'zod';
import type { Json } from '../../protocol/value.ts';
import { flowName, snakeName, values } from '../names.ts';
import { authoredNext, type Route } from '../next.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { ongoingStepFields } from './common-fields.ts';
import { defineStep, valueExpressions } from './define-step.ts';

/**
 * Runs another flow as a subflow and comes back.
 * @example
 * - call: identify-customer
 *   with: { needed: '"verified"' }
 *   on: { failed: not_proved }
 */
export interface CallStep {
  readonly kind: 'call';
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
  readonly flow: string;
  readonly with: Readonly<Record<string, Json>>;
  /** Own slot → slot of the subflow. */
  readonly into: Readonly<Record<string, string>>;
  /** Where to go when the subflow ends as failed; absent: like `next`. */
  readonly onFailed?: Route;
}

const authoredCall = z
  .strictObject({
    call: flowName.describe('The flow to run as a subflow.'),
    with: values.default({}).describe("The subflow's slots to fill."),
    into: z.record(snakeName, snakeName).default({}).describe("Own slot → the subflow's slot to take back."),
    on: z
      .strictObject({ failed: authoredNext })
      .optional()
      .describe('Where to go when it ends as failed; like `next` without it.'),
    ...ongoingStepFields,
  })
  .describe('Runs another flow and comes back.');

export const callKind = defineStep<typeof authoredCall, CallStep>({
  verb: 'call',
  schema: authoredCall,
  parse: (authored, base, reader) => ({
    kind: 'call',
    ...base,
    flow: authored.call,
    with: authored.with,
    into: authored.into,
    ...withoutUndefined({
      onFailed: authored.on === undefined ? undefined : reader.route(authored.on.failed, ['on', 'failed']),
    }),
  }),
  uses: (step) => ({
    expressions: valueExpressions(step.with, 'with'),
    routes: step.onFailed ? [{ name: 'on.failed', route: step.onFailed, path: ['on', 'failed'] }] : [],
    fills: Object.keys(step.into).map((slot) => ({ slot, path: ['into', slot], by: 'call' as const })),
    flows: [{ flow: step.flow, path: ['call'], how: 'call' }],
  }),
});
