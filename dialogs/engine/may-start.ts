import type { FlowBook } from '../flow/flow-book.ts';
import type { FlowId } from '../protocol/ids.ts';
import { LOCALES } from '../protocol/locale.ts';
import type { Frame } from '../protocol/state.ts';
import type { Draft } from './draft.ts';
import { holds } from './evaluate.ts';
import { newFrame } from './stack.ts';

/** May words or an event start this flow now? Repair and subflows have no trigger; a flow's guard may close it. */
export function mayStart(draft: Draft, flow: FlowId): boolean {
  const frame = startable(draft.book).get(flow);
  return frame !== undefined && holds(draft, frame, draft.book.flows[flow]?.if);
}

// A book never changes, and every message asks this of all its flows.
const known = new WeakMap<FlowBook, ReadonlyMap<FlowId, Frame>>();

/** Flows that something begins, with the frame in which their guard is asked. */
function startable(book: FlowBook): ReadonlyMap<FlowId, Frame> {
  const kept = known.get(book);
  if (kept) return kept;
  const found = new Map<FlowId, Frame>();
  for (const [flow, { triggers }] of Object.entries(book.flows)) {
    const examples = LOCALES.some((locale) => (book.examples[locale][flow]?.length ?? 0) > 0);
    const frame = flow.startsWith('patterns/') ? undefined : newFrame(book, flow, 'customer');
    if (frame && (examples || triggers.events.length > 0)) found.set(flow, frame);
  }
  known.set(book, found);
  return found;
}
