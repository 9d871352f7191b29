import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../integrations/conversation-store/sqlite/index.ts';
import { createSqliteRecords } from '../../../integrations/records/sqlite/index.ts';
import { recordsContract } from './records-contract.ts';

recordsContract({
  name: 'sqlite',
  create: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'omotenashi-records-'));
    let opened = openDatabase(folder);
    return {
      records: createSqliteRecords({ database: opened.database }),
      another: async () => createSqliteRecords({ database: opened.database }),
      reopen: async () => {
        opened.close();
        opened = openDatabase(folder);
        return createSqliteRecords({ database: opened.database });
      },
      end: async () => {
        opened.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
});
