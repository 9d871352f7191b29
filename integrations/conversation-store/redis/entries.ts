import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import type { InboundEntry, Outgoing } from '../conversation-store.ts';
import { textsOf } from './reply.ts';

/** The inbox as a script shows it. Only the first entry can have been tried. */
export const inboxOf = (shown: readonly unknown[], attempts: number): readonly InboundEntry[] =>
  textsOf(shown).map((text, n) => {
    const afterSeq = text.indexOf('\n');
    const afterId = text.indexOf('\n', afterSeq + 1);
    // What this store wrote itself is read back as what it was.
    const event = JSON.parse(text.slice(afterId + 1)) as InboundEvent;
    return { event, attempts: n === 0 ? attempts : 0, seq: Number(text.slice(0, afterSeq)) };
  });

/** An outbox entry as it is kept. */
export const outboxText = ({ body, ...entry }: Outgoing): string =>
  [entry.kind, entry.epoch, JSON.stringify(entry.id), JSON.stringify(entry), JSON.stringify(body)].join('\n');

/** A record as it is kept, but for the time that the script puts before it. */
export const recordText = (conversationId: string, { id, epoch, body }: Outgoing): string =>
  `${conversationId}\n${JSON.stringify(id)}\n${epoch}\n${JSON.stringify(body)}`;
