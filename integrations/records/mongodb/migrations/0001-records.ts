import type { Migration } from '../migration.ts';

/** The indexes for what is asked: what happened on a day, of a kind, how it came out, in a conversation, to a customer. */
export const recordsMigration: Migration = {
  version: 1,
  name: 'records',
  up: async (connection) => {
    await connection.collection('records').createIndexes([
      { name: 'by_day', key: { at: 1, seq: 1 } },
      { name: 'by_kind', key: { kind: 1, at: 1, seq: 1 } },
      { name: 'by_outcome', key: { kind: 1, outcome: 1, at: 1, seq: 1 } },
      { name: 'by_conversation', key: { conversationId: 1, at: 1, seq: 1 } },
      { name: 'by_customer', key: { customerId: 1, at: 1, seq: 1 } },
    ]);
  },
};
