import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationId } from '../../dialogs/protocol/ids.ts';
import type { RuntimeParts } from '../parts.ts';
import { meetDeadline } from '../turn/meet-deadline.ts';

/** The archive may take so long; then the message is taken, in milliseconds. */
const ANSWER_MS = 400;

/**
 * Some platforms repeat a message for days, longer than the store knows it: one that was sent so long ago is looked for among the archive's
 * turns. While the archive is away it counts as new: rather twice than never.
 * @returns the conversation in which it was answered
 */
export async function wasAnswered(
  { records, clock, settings, telemetry }: Pick<RuntimeParts, 'records' | 'clock' | 'settings' | 'telemetry'>,
  { id, at, from }: InboundEvent,
): Promise<ConversationId | undefined> {
  const age = clock() - Date.parse(at);
  if (!(age > settings.dedupeMs)) return undefined;
  const asked = records.find({ kind: 'turn', message: { channel: from.channel, id }, limit: 1 });
  const found = await meetDeadline(asked, ANSWER_MS).catch((fault: unknown) => {
    telemetry.warn('old_message_not_looked_for', { channel: from.channel }, fault);
    return 'late' as const;
  });
  return found === 'late' ? undefined : found[0]?.conversationId;
}
