import type { Lease } from '../conversation-store.ts';
import type { Context } from './context.ts';

/** Gives a lease back: what waits is anybody's after so many milliseconds. */
export async function release(
  context: Context,
  { conversationId: id, holder, token }: Lease,
  afterMs: number,
): Promise<void> {
  const { keys, scripts, clock } = context;
  const { conversation, inbox } = keys.of(id);
  const { work } = keys.at(keys.partitionOf(id) ?? 0);
  await scripts.run('release', [conversation, inbox, work], [clock(), id, holder, token, afterMs], { again: true });
}
