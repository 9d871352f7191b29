import { z } from 'zod';
import type { StepId } from '../protocol/ids.ts';
import { condition, snakeName } from './names.ts';

/** Where a conversation goes: a step of the same flow, or the flow's end as a success. */
export type Target = StepId | 'END';

/**
 * A `next` value after parsing. Nested step lists are flattened into the flow's index, so every way leads to a step id.
 * The first branch whose condition holds is taken; without one, `else`; without that, the step that follows in the file.
 * @example `next: [{ if: slots.days > 3, then: apologise }, { else: END }]`
 */
export interface Route {
  readonly branches: readonly { readonly if: string; readonly to: Target }[];
  readonly else?: Target;
}

const target = z.union([z.literal('END'), snakeName]).describe('A step of this flow, or END.');
/** Steps inside a branch: each is read by its own verb, so here they are only known to be maps. */
export const stepList = z
  .array(z.record(z.string(), z.unknown()))
  .min(1)
  .meta({ id: 'steps', description: 'Steps, one after the other.' });
const way = z.union([target, stepList]);
const branch = z.union([
  // biome-ignore lint/suspicious/noThenProperty: `then` is the format's word; the object is never awaited
  z.strictObject({ if: condition, then: way.describe('Where to go, or steps to run, when the condition holds.') }),
  z.strictObject({ else: way.describe('Where to go, or steps to run, when no condition held.') }),
]);

/** A `next` value as designers write it. */
export const authoredNext = z
  .union([target, z.array(branch).min(1)])
  .meta({ id: 'next', description: 'A step id, END, or a list of {if, then} with an optional last {else}.' });
export type AuthoredNext = z.infer<typeof authoredNext>;
export type AuthoredWay = z.infer<typeof way>;
