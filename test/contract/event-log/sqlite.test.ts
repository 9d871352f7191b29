import { createSqliteEventLog, openDatabase } from '../../../integrations/conversation-store/sqlite/index.ts';
import { eventLogContract } from './event-log-contract.ts';

eventLogContract({
  name: 'sqlite',
  create: async () => {
    const { database, close } = openDatabase(':memory:');
    const log = createSqliteEventLog({ database, now: Date.now });
    return { log, other: log, isShared: false, end: async () => close() };
  },
});
