import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Migration } from './migration.ts';

/** A document of the collection `migrations`: a version that was done, or (`_id: 'lease'`) who may do one now. */
interface MigrationDocument {
  readonly _id: number | 'lease';
  readonly name?: string;
  readonly at?: Date;
  readonly holder?: string;
  readonly expires?: Date;
}

export interface MigrateOptions {
  /** How long a process that died keeps the others waiting. */
  readonly leaseMs?: number;
  /** How often those who wait look again. */
  readonly lookMs?: number;
  readonly now?: () => number;
}

const collectionOf = (connection: Connection) => connection.collection<MigrationDocument>('migrations');
const DUPLICATE_KEY = 11000;

/**
 * Brings the database up to the newest migration. Any number of processes may start at once: one does the work, the others wait for it.
 * A database that is newer than this code is left alone.
 */
export async function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  { leaseMs = 30_000, lookMs = 100, now = Date.now }: MigrateOptions = {},
): Promise<void> {
  const holder = randomUUID();
  for (;;) {
    const done = await migratedTo(connection);
    if (migrations.every(({ version }) => version <= done)) return;
    if (await takeLease(connection, { holder, leaseMs, now: now() })) break;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  // A renewal that fails lets another process begin too: a migration bears that.
  const renewing = setInterval(() => void renew(connection, holder, now() + leaseMs).catch(() => {}), leaseMs / 3);
  try {
    await runAll(connection, migrations, now);
  } finally {
    clearInterval(renewing);
    await collectionOf(connection).deleteOne({ _id: 'lease', holder });
  }
}

/** The newest version that was done; 0 for an empty database. */
export async function migratedTo(connection: Connection): Promise<number> {
  const done = await collectionOf(connection).find().toArray();
  return Math.max(0, ...done.flatMap(({ _id }) => (typeof _id === 'number' ? [_id] : [])));
}

async function runAll(connection: Connection, migrations: readonly Migration[], now: () => number): Promise<void> {
  const done = await migratedTo(connection);
  for (const { version, name, up } of migrations.filter((one) => one.version > done)) {
    await up(connection);
    const $setOnInsert = { name, at: new Date(now()) };
    await collectionOf(connection).updateOne({ _id: version }, { $setOnInsert }, { upsert: true });
  }
}

/** One upsert decides: it makes the lease, or takes over one that lapsed; where another holds it, its key is there already. */
async function takeLease(
  connection: Connection,
  { holder, leaseMs, now }: { readonly holder: string; readonly leaseMs: number; readonly now: number },
): Promise<boolean> {
  const $set = { holder, expires: new Date(now + leaseMs) };
  try {
    await collectionOf(connection).updateOne(
      { _id: 'lease', expires: { $lte: new Date(now) } },
      { $set },
      { upsert: true },
    );
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === DUPLICATE_KEY) return false;
    throw fault;
  }
  return (await collectionOf(connection).findOne({ _id: 'lease' }))?.holder === holder;
}

const renew = (connection: Connection, holder: string, expires: number) =>
  collectionOf(connection).updateOne({ _id: 'lease', holder }, { $set: { expires: new Date(expires) } });
