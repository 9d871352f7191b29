import { openDatabase } from '../../../integrations/conversation-store/sqlite/index.ts';
import { createSqliteOneTimeCodes } from '../../../integrations/customers/create-sqlite-one-time-codes.ts';
import { oneTimeCodesContract } from './one-time-codes-contract.ts';

oneTimeCodesContract({
  name: 'sqlite',
  create: async () => {
    const { database, close } = openDatabase(':memory:');
    return { codes: createSqliteOneTimeCodes(database), end: async () => close() };
  },
});
