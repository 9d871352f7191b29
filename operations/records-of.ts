import { createHash } from 'node:crypto';
import type { Json } from '../dialogs/protocol/value.ts';
import type { ArchiveRecord } from '../integrations/records/records.ts';
import type { FinishedTurn } from '../runtime/turn/finished-turn.ts';
import { type HandoffSettings, writeHandoff } from './handoff/write-handoff.ts';
import { redactTurn } from './privacy/redact-turn.ts';
import { turnOutcome } from './turn-outcome.ts';

/** What of a turn goes to the archive: the turn itself, masked, with how it came out, and the handoff's context where it came to one. */
export function recordsOf(settings: HandoffSettings): (turn: FinishedTurn) => readonly ArchiveRecord[] {
  return (turn) => {
    const customerId = turn.state.identity.proves.customer;
    return [
      {
        // A turn that took the place of one which the store had lost is another.
        id: `${turn.id}~${createHash('sha256').update(turn.event.id).digest('base64url').slice(0, 8)}`,
        kind: 'turn',
        at: turn.at,
        conversationId: turn.conversationId,
        ...(customerId === undefined ? {} : { customerId }),
        outcome: turnOutcome(turn),
        message: { channel: turn.event.from.channel, id: turn.event.id },
        // A turn is JSON by its types; what is absent is left out when it is written down.
        body: redactTurn(turn) as object as Json,
      },
      ...writeHandoff(turn, settings),
    ];
  };
}
