import type { StepId } from '../protocol/ids.ts';

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
