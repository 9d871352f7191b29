import type { ActionContext } from './action.ts';

/** Raises a counter in the conversation store and gives its value in its window; `by` -1 takes one back. Survives new conversations and restarts. */
export type Count = (what: string, who: string, windowMs: number, by?: number) => Promise<number>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How often something may be tried. */
const TRY_LIMITS = { perConversation: 5, perSenderAndHour: 20, perThingAndDay: 10 } as const;

/**
 * Counts a try before its answer is known. The thing (an order number, say) is counted only for those who may still try, so that one
 * sender alone cannot close it for its owner sooner than the limits allow.
 * @returns false when it is one too many
 */
export async function mayTry(
  count: Count,
  what: string,
  context: Pick<ActionContext, 'conversationId' | 'sender'>,
  thing?: string,
): Promise<boolean> {
  const inConversation = await count(`${what}:conversation`, context.conversationId, DAY);
  const bySender = await count(`${what}:sender`, context.sender, HOUR);
  if (inConversation > TRY_LIMITS.perConversation || bySender > TRY_LIMITS.perSenderAndHour) return false;
  if (thing === undefined) return true;
  return (await count(`${what}:thing`, thing, DAY)) <= TRY_LIMITS.perThingAndDay;
}

/** A right answer was no guess: whoever asks after their own order again and again, or shares an address with others, is not shut out. */
export async function takeBackTry(
  count: Count,
  what: string,
  context: Pick<ActionContext, 'conversationId' | 'sender'>,
  thing?: string,
): Promise<void> {
  await count(`${what}:conversation`, context.conversationId, DAY, -1);
  await count(`${what}:sender`, context.sender, HOUR, -1);
  if (thing !== undefined) await count(`${what}:thing`, thing, DAY, -1);
}
