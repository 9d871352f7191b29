import type Database from 'libsql';
import { createSqliteEventLog, createSqliteStore } from '../integrations/conversation-store/sqlite/index.ts';
import { createSqliteOneTimeCodes } from '../integrations/customers/create-sqlite-one-time-codes.ts';
import { createSqliteDialogRevisions } from '../integrations/dialog-revisions/sqlite/index.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Settings } from './config.ts';
import type { Conversations } from './conversations.ts';
import { idleMs, unusedMs } from './keep-times.ts';
import { readKey } from './read-key.ts';

export interface SqliteConversationsConfig {
  readonly settings: Settings;
  /** Folder of the keys. */
  readonly folder: string;
  readonly clock: Clock;
  /** Whoever opened it closes it. */
  readonly database: Database.Database;
}

/** Conversations in the embedded file: nothing to install, and one process. */
export function openSqliteConversations({
  settings,
  folder,
  clock,
  database,
}: SqliteConversationsConfig): Conversations {
  return {
    store: createSqliteStore({ database, now: clock, claimMs: settings.CLAIM_MS, idleMs: idleMs(settings) }),
    log: createSqliteEventLog({ database, now: clock }),
    codes: createSqliteOneTimeCodes(database),
    revisions: createSqliteDialogRevisions({ database, now: clock, unusedMs: unusedMs(settings) }),
    key: async (name) => readKey(folder, name),
    close: async () => {},
  };
}
