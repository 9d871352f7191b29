import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore, openDatabase } from '../../../integrations/conversation-store/sqlite/index.ts';
import { conversationStoreContract } from './conversation-store-contract.ts';
import type { StoreTimes, StoreUnderTest } from './store-under-test.ts';
import { START } from './timer-cases.ts';

/** Files are slow for thousands of sequences; what needs a restart keeps its memory instead, as the file would. */
async function inMemory(times: StoreTimes): Promise<StoreUnderTest> {
  let now = START;
  const opened = openDatabase(':memory:');
  const open = () => createSqliteStore({ database: opened.database, now: () => now, ...times });
  return {
    store: open(),
    pass: async (milliseconds) => {
      now += milliseconds;
    },
    reopen: async () => open(),
    end: async () => opened.close(),
  };
}

async function onDisk(times: StoreTimes): Promise<StoreUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'omotenashi-store-'));
  let now = START;
  let opened = openDatabase(folder);
  const open = () => createSqliteStore({ database: opened.database, now: () => now, ...times });
  return {
    store: open(),
    pass: async (milliseconds) => {
      now += milliseconds;
    },
    reopen: async () => {
      opened.close();
      opened = openDatabase(folder);
      return open();
    },
    end: async () => {
      opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

conversationStoreContract({ name: 'sqlite in memory', modelRuns: 1000, create: inMemory });

conversationStoreContract({ name: 'sqlite on disk', modelRuns: 30, create: onDisk });
