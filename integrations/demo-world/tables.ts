import type Database from 'libsql';

/** Raise it when the tables or the seeded world change their shape: an older world is then made anew. */
export const WORLD_VERSION = '2';

const TABLES = {
  demo_meta: 'key TEXT PRIMARY KEY, value TEXT NOT NULL',
  demo_customers: 'id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, locale TEXT NOT NULL, data TEXT NOT NULL',
  demo_orders:
    'number TEXT PRIMARY KEY, customer_id TEXT NOT NULL, placed_on TEXT NOT NULL, data TEXT NOT NULL, course TEXT NOT NULL',
  demo_devices:
    'serial TEXT PRIMARY KEY, customer_id TEXT NOT NULL, product TEXT NOT NULL, bought_on TEXT NOT NULL, warranty_until TEXT NOT NULL',
  demo_plans: 'id TEXT PRIMARY KEY, customer_id TEXT NOT NULL, data TEXT NOT NULL',
  demo_offers:
    'id TEXT PRIMARY KEY, kind TEXT NOT NULL, customer_id TEXT NOT NULL, likeness TEXT NOT NULL, data TEXT NOT NULL, expires_at TEXT NOT NULL, link TEXT UNIQUE, result TEXT',
  demo_purchases:
    'offer_id TEXT PRIMARY KEY, customer_id TEXT NOT NULL, at TEXT NOT NULL, amount REAL NOT NULL, currency TEXT NOT NULL',
  demo_notices:
    'order_number TEXT NOT NULL, conversation_id TEXT NOT NULL, customer_id TEXT, asked_at TEXT NOT NULL, noticed_at TEXT, PRIMARY KEY (order_number, conversation_id)',
  demo_diagnoses: 'conversation_id TEXT PRIMARY KEY, customer_id TEXT, saved_at TEXT NOT NULL, data TEXT NOT NULL',
  demo_mails:
    'seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, customer_id TEXT, at TEXT NOT NULL, data TEXT NOT NULL',
} as const;

const INDEXES = ['demo_orders', 'demo_devices', 'demo_plans', 'demo_offers', 'demo_notices', 'demo_mails'] as const;

/** Is there a world of this version? Reads only. */
export function hasWorld(database: Database.Database): boolean {
  const table = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'demo_meta'").get();
  if (!table) return false;
  const found = database.prepare("SELECT 1 FROM demo_meta WHERE key = 'version' AND value = ?").get(WORLD_VERSION);
  return found !== undefined;
}

/** Drops the world's tables and makes them anew, empty. */
export function makeTables(database: Database.Database): void {
  for (const [name, columns] of Object.entries(TABLES)) {
    database.exec(`DROP TABLE IF EXISTS ${name}`);
    database.exec(`CREATE TABLE ${name} (${columns})`);
  }
  for (const name of INDEXES) database.exec(`CREATE INDEX ${name}_by_customer ON ${name} (customer_id)`);
}
