import type { FlowId } from '../protocol/ids.ts';
import { LOCALES } from '../protocol/locale.ts';
import type { Draft } from './draft.ts';
import { holds } from './evaluate.ts';
import { newFrame } from './stack.ts';

/** May words or an event start this flow now? Repair and subflows have no trigger; a flow's guard may close it. */
export function mayStart(draft: Draft, flow: FlowId): boolean {
  const found = Object.hasOwn(draft.book.flows, flow) ? draft.book.flows[flow] : undefined;
  if (!found || flow.startsWith('patterns/')) return false;
  const examples = LOCALES.some((locale) => (draft.book.examples[locale][flow]?.length ?? 0) > 0);
  const frame = newFrame(draft.book, flow, 'customer');
  return frame !== undefined && (examples || found.triggers.events.length > 0) && holds(draft, frame, found.if);
}
