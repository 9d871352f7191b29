import type { Migration } from '../migration.ts';

/** The index that says whether a platform's message was ever answered. */
export const messagesMigration: Migration = {
  version: 2,
  name: 'messages',
  up: async (connection) => {
    await connection.collection('records').createIndexes([{ name: 'by_message', key: { message: 1, at: 1, seq: 1 } }]);
  },
};
