import { tellNotices } from '../../../bots/tell-notices.ts';
import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import type { ConversationState } from '../../../dialogs/protocol/state.ts';

interface Scene {
  /** Conversations whose customer is there now. */
  readonly there: readonly string[];
  readonly held?: readonly string[];
  readonly signedIn?: string;
  readonly watching?: readonly string[];
  /** How many processes are at it, this one included. */
  readonly holders?: number;
}

/** What is told where, and what counts as told, after one look. */
async function look({ there, held = [], signedIn, watching = ['old'], holders = 1 }: Scene) {
  const told: InboundEvent[] = [];
  const marked: string[] = [];
  const at = (id: string) => ({
    from: { channel: 'somewhere', accountId: 'a', userId: 'u', threadId: id },
    locale: 'en' as const,
  });
  await tellNotices({
    world: {
      dueNotices: () =>
        watching.map((conversationId) => ({
          ...{ conversationId, customerId: 'C1', askedAt: 'then', order_number: 'AB123456' },
          state: 'out_for_delivery' as const,
        })),
      markNoticed: (conversationId) => void marked.push(conversationId),
    },
    store: {
      locate: async (id) => (id === 'deleted' ? undefined : at(id)),
      // The one part of the state that is looked at.
      count: async () => holders,
      read: async (id) => ({ control: { owner: held.includes(id) ? 'queue' : 'bot' } }) as ConversationState,
    },
    channels: [
      {
        name: 'somewhere',
        isThere: async ({ threadId }) => there.includes(`${threadId}`),
        conversationOf: async () => signedIn,
      },
    ],
    host: {
      accept: async (event) => {
        told.push(event);
        return { kind: 'accepted', conversationId: `${event.conversationId}`, finished: Promise.resolve(true) };
      },
    },
    now: () => '2026-11-24T01:00:00.000Z',
  });
  return { told: told.map(({ conversationId }) => conversationId), ids: told.map(({ id }) => id), marked };
}

test('the open conversation that asked is told', async () => {
  expect(await look({ there: ['old'] })).toMatchObject({ told: ['old'], marked: ['old'] });
});

test('where nobody is there it waits', async () => {
  expect(await look({ there: [] })).toMatchObject({ told: [], marked: [] });
});

test('a signed-in customer who is there in another conversation is told in that one, once for all that watch', async () => {
  const seen = await look({ there: ['new'], signedIn: 'new', watching: ['old', 'older'] });
  expect(seen).toMatchObject({ told: ['new'], marked: ['old', 'older'] });
});

test('while people hold the conversation it waits', async () => {
  expect(await look({ there: ['old'], held: ['old'] })).toMatchObject({ told: [], marked: [] });
});

test('a deleted conversation takes its wish along', async () => {
  expect(await look({ there: [], watching: ['deleted'] })).toMatchObject({ told: [], marked: ['deleted'] });
});

test('each conversation that watches an order gets an event of its own', async () => {
  const { told, ids } = await look({ there: ['one', 'two'], watching: ['one', 'two'] });
  expect(told).toEqual(['one', 'two']);
  expect(new Set(ids).size).toBe(2);
});

test('while another process tells, this one leaves it', async () => {
  expect(await look({ there: ['old'], holders: 2 })).toMatchObject({ told: [], marked: [] });
});
