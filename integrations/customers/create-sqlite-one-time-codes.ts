import type Database from 'libsql';
import type { KeptCode, OneTimeCodes } from './one-time-codes.ts';

/** One-time codes in the embedded database, as hashes. */
export function createSqliteOneTimeCodes(database: Database.Database): OneTimeCodes {
  database.exec(
    `CREATE TABLE IF NOT EXISTS one_time_codes (
      conversation_id TEXT PRIMARY KEY, request TEXT NOT NULL, salt TEXT NOT NULL, hash TEXT NOT NULL,
      customer_id TEXT, expires_at TEXT NOT NULL, sent INTEGER NOT NULL)`,
  );
  const put = database.prepare('INSERT OR REPLACE INTO one_time_codes VALUES (?, ?, ?, ?, ?, ?, ?)');
  const read = database.prepare('SELECT * FROM one_time_codes WHERE conversation_id = ?');
  const sent = database.prepare('UPDATE one_time_codes SET sent = 1 WHERE conversation_id = ? AND request = ?');
  const take = database.prepare('DELETE FROM one_time_codes WHERE conversation_id = ? AND hash = ?');
  const sweep = database.prepare('DELETE FROM one_time_codes WHERE expires_at < ?');
  return {
    put: async (code) => {
      sweep.run(new Date(Date.parse(code.expiresAt) - 86_400_000).toISOString());
      const { conversationId, request, salt, hash, customerId = null, expiresAt } = code;
      put.run(conversationId, request, salt, hash, customerId, expiresAt, code.sent ? 1 : 0);
    },
    read: async (conversationId) => keptCode(read.get(conversationId)),
    markSent: async (conversationId, request) => {
      sent.run(conversationId, request);
    },
    take: async (conversationId, hash) => take.run(conversationId, hash).changes === 1,
  };
}

interface Row {
  readonly conversation_id: string;
  readonly request: string;
  readonly salt: string;
  readonly hash: string;
  readonly customer_id: string | null;
  readonly expires_at: string;
  readonly sent: number;
}

function keptCode(found: unknown): KeptCode | undefined {
  if (!isRow(found)) return undefined;
  const { request, salt, hash } = found;
  const customerId = found.customer_id ?? undefined;
  return {
    conversationId: found.conversation_id,
    request,
    salt,
    hash,
    customerId,
    expiresAt: found.expires_at,
    sent: found.sent === 1,
  };
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'hash' in value;
}
