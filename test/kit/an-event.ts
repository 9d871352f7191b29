import type { InboundEvent } from '../../dialogs/protocol/event.ts';

/** A customer's words in a thread of a test channel. */
export function anUtterance(id: string, text = id, thread = 'thread-1'): InboundEvent & { kind: 'utterance' } {
  return {
    id,
    at: '2026-11-24T09:00:00.000Z',
    from: { channel: 'test', accountId: 'shop', userId: `user-${thread}`, threadId: thread },
    locale: 'en',
    kind: 'utterance',
    text,
  };
}
