import type { CommitTurn } from '../../integrations/conversation-store/conversation-store.ts';
import { newId } from '../ids.ts';
import type { RuntimeParts } from '../parts.ts';
import { handleTurn, type TurnInput } from './handle-turn.ts';

/**
 * What is said for a message that could not be done: the flow that waits for the event `internal_error` says it and offers a person.
 * Where even that breaks, nothing is said and the conversation stays as it was.
 */
export async function apologise(parts: RuntimeParts, input: TurnInput): Promise<CommitTurn | undefined> {
  const faultId = newId().slice(-8);
  parts.telemetry.error('message_given_up', { conversationId: input.conversationId, faultId });
  const { from, locale, at } = input.event;
  const slots = { fault_id: faultId, may_retry: false };
  const event = { id: `fault:${faultId}`, at, from, locale, kind: 'trigger', name: 'internal_error', slots } as const;
  try {
    return { ...(await handleTurn(parts, { ...input, event })), used: 0 };
  } catch (fault) {
    parts.telemetry.error('apology_failed', { conversationId: input.conversationId }, fault);
    return undefined;
  }
}
