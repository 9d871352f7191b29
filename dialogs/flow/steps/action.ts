import { z } from 'zod';
import type { Json } from '../../protocol/value.ts';
import { snakeName, textName, values } from '../names.ts';
import { authoredNext, type Route } from '../next.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { ongoingStepFields } from './common-fields.ts';
import { defineStep, outcomeRoutes, valueExpressions } from './define-step.ts';

/**
 * Calls a back end from the catalogue.
 * @example
 * - action: get_order_status
 *   with: { order_number: slots.order_number }
 *   into: order
 *   on: { not_found: not_matched }
 */
export interface ActionStep {
  readonly kind: 'action';
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
  readonly action: string;
  readonly with: Readonly<Record<string, Json>>;
  readonly into?: string;
  readonly timeout_ms: number;
  readonly while_waiting?: string;
  /** Outcome → where to go; `ok` goes to `next`. */
  readonly on: Readonly<Record<string, Route>>;
  readonly late: 'ok' | 'skip';
}

/** Longest wait for an action that the catalogue doesn't know. */
const UNKNOWN_TIMEOUT_MS = 10_000;

const authoredAction = z
  .strictObject({
    action: snakeName.describe('The action, as the catalogue names it.'),
    with: values.default({}).describe("The action's input."),
    into: snakeName.optional().describe('The slot that takes the output.'),
    timeout_ms: z
      .int()
      .min(100)
      .max(60_000)
      .optional()
      .describe("Longest wait in milliseconds; the catalogue's without it."),
    while_waiting: textName.optional().describe("Key of the text said when the channel's patience ends first."),
    on: z.record(snakeName, authoredNext).default({}).describe('Outcome → where to go. `ok` goes to `next`.'),
    late: z
      .enum(['ok', 'skip'])
      .optional()
      .describe('May a turn that is run again after its deadline still enter it? Writes: skip.'),
    ...ongoingStepFields,
  })
  .describe('Calls a back end from the catalogue.');

export const actionKind = defineStep<typeof authoredAction, ActionStep>({
  verb: 'action',
  schema: authoredAction,
  parse: (authored, base, reader) => {
    const action = reader.action(authored.action);
    const on = Object.entries(authored.on).map(
      ([outcome, next]) => [outcome, reader.route(next, ['on', outcome])] as const,
    );
    return {
      kind: 'action',
      ...base,
      action: authored.action,
      with: authored.with,
      timeout_ms: authored.timeout_ms ?? action?.timeoutMs ?? UNKNOWN_TIMEOUT_MS,
      on: Object.fromEntries(on),
      late: authored.late ?? (action?.access === 'read' ? 'ok' : 'skip'),
      ...withoutUndefined({
        into: authored.into,
        while_waiting: authored.while_waiting === undefined ? undefined : reader.textKey(authored.while_waiting),
      }),
    };
  },
  uses: (step) => ({
    texts:
      step.while_waiting === undefined
        ? []
        : [{ key: step.while_waiting, path: ['while_waiting'], role: 'waiting', with: {} }],
    expressions: valueExpressions(step.with, 'with'),
    routes: outcomeRoutes(step.on),
    fills: step.into === undefined ? [] : [{ slot: step.into, path: ['into'], by: 'action' }],
  }),
});
