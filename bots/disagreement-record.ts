import { ulid } from 'ulid';
import type { Json } from '../dialogs/protocol/value.ts';
import type { Disagreement } from '../integrations/nlu/create-shadow.ts';
import type { ArchiveRecord } from '../integrations/records/records.ts';

/** A disagreement of two engines for the archive. It belongs to its conversation and goes with it. */
export function disagreementRecord(found: Disagreement): ArchiveRecord {
  const { now, conversation, ...body } = found;
  return {
    id: `disagreement.${ulid(Date.parse(now))}`,
    kind: 'disagreement',
    at: now,
    ...(conversation === undefined ? {} : { conversationId: conversation }),
    // JSON by its types; what is absent is left out when it is written down.
    body: body as object as Json,
  };
}
