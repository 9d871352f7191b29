/** Tables of the embedded conversation store. Every time is milliseconds since 1970 of the store's clock. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS conversations (
  cid TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 0,
  state TEXT,
  epoch INTEGER NOT NULL DEFAULT 0,
  token INTEGER NOT NULL DEFAULT 0,
  lease_holder TEXT,
  lease_expires INTEGER NOT NULL DEFAULT 0,
  lease_ms INTEGER NOT NULL DEFAULT 0,
  commit_id TEXT,
  commit_kind TEXT,
  moved_to TEXT,
  address TEXT,
  locale TEXT,
  sender TEXT,
  sender_expires INTEGER NOT NULL DEFAULT 0,
  touched INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS conversations_by_age ON conversations (touched);

CREATE TABLE IF NOT EXISTS aliases (alias TEXT PRIMARY KEY, cid TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS aliases_by_conversation ON aliases (cid);

CREATE TABLE IF NOT EXISTS messages_seen (
  cid TEXT NOT NULL, mid TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0, reply TEXT, expires INTEGER NOT NULL,
  PRIMARY KEY (cid, mid)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS messages_seen_by_age ON messages_seen (expires);

CREATE TABLE IF NOT EXISTS inbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, cid TEXT NOT NULL, mid TEXT NOT NULL, event TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS inbox_by_conversation ON inbox (cid, seq);

CREATE TABLE IF NOT EXISTS outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, cid TEXT NOT NULL, kind TEXT NOT NULL, epoch INTEGER NOT NULL,
  address TEXT, body TEXT NOT NULL, resend TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, trace TEXT
);
CREATE INDEX IF NOT EXISTS outbox_by_conversation ON outbox (cid, seq);

CREATE TABLE IF NOT EXISTS records_outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, cid TEXT NOT NULL, epoch INTEGER NOT NULL, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS records_outbox_by_conversation ON records_outbox (cid);

CREATE TABLE IF NOT EXISTS timers (cid TEXT NOT NULL, timer TEXT NOT NULL, due INTEGER NOT NULL, PRIMARY KEY (cid, timer)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS timers_by_time ON timers (due);

CREATE TABLE IF NOT EXISTS counters (
  what TEXT NOT NULL, who TEXT NOT NULL, value INTEGER NOT NULL, expires INTEGER NOT NULL, PRIMARY KEY (what, who)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS counters_by_age ON counters (expires);

CREATE TABLE IF NOT EXISTS dead_letters (
  id INTEGER PRIMARY KEY AUTOINCREMENT, cid TEXT NOT NULL, kind TEXT NOT NULL, why TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS thread_events (
  thread TEXT NOT NULL, seq INTEGER NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (thread, seq), UNIQUE (thread, key)
) WITHOUT ROWID;
`;

/** Raised when the tables change in a way that older code cannot read. */
export const SCHEMA_VERSION = 1;
