import { randomBytes } from 'node:crypto';
import path from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { DATABASE_FILE } from '../../../integrations/conversation-store/sqlite/index.ts';
import { type ChatNames, chatAlias, newChatNames } from './chat-names.ts';

const [BATCH, TELL_EVERY] = [5000, 50_000];
const SPREAD_MS = 20 * 86_400_000;

interface Template {
  readonly cid: string;
  readonly accountId: string;
  readonly userId: string;
  readonly threadId: string;
}

/** A conversation that will be, and when it was touched last. */
interface Copy extends ChatNames {
  readonly cid: string;
  readonly touched: number;
}

/**
 * Fills the file of a bot that does not run with so many stored conversations, copied from those that stand in it at their second turn:
 * with what they have seen, their address and their lines. Names are made by chance and written in their order: the same rows as if
 * they had come one by one, in a hundredth of the time.
 */
export function seedSqlite(folder: string, count: number, tell: (line: string) => void): void {
  const database = new Database(path.join(folder, DATABASE_FILE));
  try {
    // What breaks off here is thrown away.
    for (const pragma of ['synchronous = OFF', 'cache_size = -500000']) database.pragma(pragma);
    const templates = templatesOf(database);
    const copyOne = copier(database);
    const from = performance.now();
    for (const [n, copy] of copiesInOrder(count).entries()) {
      if (n % BATCH === 0) database.exec(n === 0 ? 'BEGIN' : 'COMMIT; BEGIN');
      const template = templates[n % templates.length];
      if (template) copyOne(template, copy);
      if ((n + 1) % TELL_EVERY !== 0) continue;
      const seconds = Math.round((performance.now() - from) / 1000);
      tell(`${(n + 1).toLocaleString('en')} conversations in SQLite, ${seconds} s`);
    }
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

function copiesInOrder(count: number): readonly Copy[] {
  const names = Array.from({ length: count }, newChatNames);
  const cids = names.map(() => randomBytes(16).toString('base64url')).sort();
  const users = names.map(({ userId }) => userId).sort();
  const threads = names.map(({ threadId }) => threadId).sort();
  const now = Date.now();
  return cids.map((cid, n) => ({
    ...{ cid, userId: users[n] ?? '', threadId: threads[n] ?? '' },
    touched: Math.round(now - SPREAD_MS * (1 - n / count)),
  }));
}

function copier(database: Database.Database): (template: Template, copy: Copy) => void {
  const conversation = database.prepare(
    `INSERT INTO conversations (cid, version, state, epoch, token, lease_ms, commit_id, commit_kind, address, locale, touched)
     SELECT ?, version, state, epoch, token, lease_ms, replace(commit_id, cid, ?), commit_kind,
       replace(replace(address, ?, ?), ?, ?), locale, ? FROM conversations WHERE cid = ?`,
  );
  const alias = database.prepare('INSERT INTO aliases (alias, cid) VALUES (?, ?)');
  const seen = database.prepare(
    'INSERT INTO messages_seen SELECT ?, mid, done, reply, expires FROM messages_seen WHERE cid = ?',
  );
  const lines = database.prepare(
    `INSERT INTO thread_events (thread, seq, key, kind, body, at)
     SELECT ?, seq, replace(key, ?, ?), kind, replace(body, ?, ?), at FROM thread_events WHERE thread = ?`,
  );
  return (old, { cid, userId, threadId, touched }) => {
    conversation.run(cid, cid, old.userId, userId, old.threadId, threadId, touched, old.cid);
    alias.run(chatAlias(old.accountId, { userId, threadId }), cid);
    seen.run(cid, old.cid);
    lines.run(threadId, old.cid, cid, old.cid, cid, old.threadId);
  };
}

const rows = z.array(z.object({ cid: z.string(), address: z.string() }));
const address = z.object({ accountId: z.string(), userId: z.string(), threadId: z.string() });

/** The greeting and the answer to the first question have been given. */
function templatesOf(database: Database.Database): readonly Template[] {
  const found = rows.parse(
    database
      .prepare('SELECT cid, address FROM conversations WHERE version = 2 AND lease_holder IS NULL LIMIT 32')
      .all(),
  );
  if (found.length === 0) throw new Error('No conversation stands at its second turn: there is nothing to copy.');
  return found.map((row) => ({ cid: row.cid, ...address.parse(JSON.parse(row.address)) }));
}
