import type { FlowBook } from '../../dialogs/flow/flow-book.ts';

/** Do two books differ in words and examples alone? Then a conversation stands in the second wherever it stood in the first. */
export const hasSameSteps = (one: FlowBook, other: FlowBook): boolean =>
  JSON.stringify([one.flows, one.slots]) === JSON.stringify([other.flows, other.slots]);
