import type { Address } from '../../dialogs/protocol/event.ts';
import type { Alias } from '../../integrations/conversation-store/conversation-store.ts';

/** An address as one string; equal addresses give equal aliases, and no two different ones the same. */
export const aliasOf = ({ channel, accountId, userId, threadId }: Address): Alias =>
  JSON.stringify([channel, accountId, userId, threadId ?? '']);
