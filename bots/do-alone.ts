import type { ConversationStore } from '../integrations/conversation-store/conversation-store.ts';

/** Whoever holds the work and dies keeps the others from it for so long at most, in milliseconds. */
const HELD_MS = 10_000;
/** Whoever works for longer stops, well before another may begin. */
const STOP_MS = HELD_MS / 2;

/**
 * Does work that one process at a time may do; while another does it, nothing happens.
 * @param what the work's name
 * @param work is given a question to ask before each thing that must not be done twice: may it go on?
 */
export async function doAlone(
  { count }: Pick<ConversationStore, 'count'>,
  what: string,
  work: (mayGoOn: () => boolean) => Promise<void>,
): Promise<void> {
  const since = performance.now();
  const within = (ms: number) => performance.now() - since < ms;
  const holders = await count('alone', what, HELD_MS);
  try {
    if (holders === 1) await work(() => within(STOP_MS));
  } finally {
    // Later than that it may be another's.
    if (within(HELD_MS - 1000)) await count('alone', what, HELD_MS, -1);
  }
}
