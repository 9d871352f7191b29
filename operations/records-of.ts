import type { ArchiveRecord } from '../integrations/records/records.ts';
import type { FinishedTurn } from '../runtime/turn/finished-turn.ts';
import { redactTurn } from './privacy/redact-turn.ts';

/** What of a turn goes to the archive: the turn itself, masked, and a handoff where it came to one. */
export function recordsOf(_: { readonly signingKey: Uint8Array }): (turn: FinishedTurn) => readonly ArchiveRecord[] {
  return (turn) => {
    const customerId = turn.state.identity.proves.customer;
    return [
      {
        id: turn.id,
        kind: 'turn',
        at: turn.at,
        conversationId: turn.conversationId,
        ...(customerId === undefined ? {} : { customerId }),
        // A turn is JSON by its types.
        body: JSON.parse(JSON.stringify(redactTurn(turn))),
      },
    ];
  };
}
