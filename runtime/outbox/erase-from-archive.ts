import type { ConversationId } from '../../dialogs/protocol/ids.ts';
import type { Outgoing } from '../../integrations/conversation-store/conversation-store.ts';
import type { ArchiveRecord } from '../../integrations/records/records.ts';

/** The latest instant there is: a conversation that was erased never comes back under its id. */
const FOR_EVER = '9999-12-31T23:59:59.999Z';

/** What tells the archive that everything of a conversation goes, whenever it was written. */
export function eraseFromArchive(conversationId: ConversationId): Outgoing {
  const id = `erasure:${conversationId}`;
  const body = { id, kind: 'erasure', at: FOR_EVER, conversationId, body: {} } as const satisfies ArchiveRecord;
  return { id, kind: 'record', epoch: 0, body, resend: 'again' };
}
