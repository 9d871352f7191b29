import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import type { Begin } from '../conversation-store.ts';
import type { Context, TakenEvent } from './context.ts';

/** What Redis took and may have lost with its last second. */
const KEPT_MS = 10_000;
/** It may be away for so long. */
const AWAY_MS = 60_000;
const KEPT_MOST = 20_000;
/** Other processes offer their commits meanwhile. */
const AFTER_COMMITS_MS = 200;

const keyOf = (conversationId: string, { id }: InboundEvent): string => `${conversationId}\n${id}`;

/** Remembers an event that waits in an inbox now. */
export function noteTaken(
  { known: { takenEvents }, steady }: Context,
  begun: Begin,
  taken: Omit<TakenEvent, 'takenAt'>,
) {
  if (begun.kind !== 'run' && begun.kind !== 'wait') return;
  const now = steady();
  takenEvents.set(keyOf(begun.conversationId, taken.event), { ...taken, takenAt: now });
  for (const [key, { takenAt }] of takenEvents) {
    if (takenAt >= now - KEPT_MS && takenEvents.size <= KEPT_MOST) return;
    takenEvents.delete(key);
  }
}

/** Their turn was committed here: from now on the commit is what is offered again. */
export function noteUsed({ known }: Context, conversationId: string, used: number): void {
  const shown = known.shown.get(conversationId);
  for (const { event } of shown?.inbox.slice(0, used) ?? []) known.takenEvents.delete(keyOf(conversationId, event));
}

/** The conversation was erased: nothing of it comes back. */
export function forgetTaken({ known: { takenEvents } }: Context, conversationId: string): void {
  for (const key of takenEvents.keys()) if (key.startsWith(`${conversationId}\n`)) takenEvents.delete(key);
}

type BringIn = (taken: TakenEvent) => Promise<unknown>;

/** Redis was away: of what it took a moment before it may know nothing. */
export function noteLoss({ known, steady }: Context): void {
  const oldest = steady() - AWAY_MS;
  for (const [key, taken] of known.takenEvents) if (taken.takenAt >= oldest) known.lostEvents.set(key, taken);
}

/**
 * Brings in once more what was taken before Redis went away and has no turn yet; each goes to the place that it had. What is there is left
 * alone.
 * @param bringIn as the event came the first time
 */
export async function offerTaken({ known }: Context, bringIn: BringIn): Promise<void> {
  if (known.lostEvents.size === 0) return;
  await new Promise((resolve) => setTimeout(resolve, AFTER_COMMITS_MS).unref());
  const lost = [...known.lostEvents].toSorted(([, a], [, b]) => a.number - b.number);
  for (const [key, taken] of lost) {
    known.lostEvents.delete(key);
    if (known.takenEvents.has(key)) await bringIn(taken);
  }
}
