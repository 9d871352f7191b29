import { existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import type { ConversationStore } from '../integrations/conversation-store/conversation-store.ts';
import { createSqliteStore, DATABASE_FILE } from '../integrations/conversation-store/sqlite/index.ts';
import type { Settings } from './config.ts';
import { idleMs } from './keep-times.ts';

export interface Visit {
  readonly store: ConversationStore;
  close(): Promise<void>;
}

/**
 * Opens the conversations beside the processes that serve them, for a command of the operator's. It runs no turn and sends nothing.
 * @throws CatalogueError `settings_invalid` when nothing was ever kept in DATA_DIR, `store_unavailable` when Redis does not answer
 */
export async function visitConversations(settings: Settings): Promise<Visit> {
  const times = { claimMs: settings.CLAIM_MS, idleMs: idleMs(settings) };
  if (settings.REDIS_URL) {
    const { createRedisStore, openRedis } = await import('../integrations/conversation-store/redis/index.ts');
    const connection = await openRedis(settings.REDIS_URL);
    // A visitor takes nothing to itself that the others would then wait for.
    const store = createRedisStore({ redis: connection.redis, ...times, takesAtOnce: false, readerMs: 0, lookMs: 0 });
    return { store, close: () => connection.close() };
  }
  const file = path.join(path.resolve(settings.DATA_DIR), DATABASE_FILE);
  if (!existsSync(file))
    throw new CatalogueError('settings_invalid', `DATA_DIR: ${settings.DATA_DIR} holds no conversations.`);
  const database = new Database(file);
  database.pragma('busy_timeout = 5000');
  return { store: createSqliteStore({ database, now: Date.now, ...times }), close: async () => void database.close() };
}
