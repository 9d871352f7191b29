import { join } from 'node:path';
import Database from 'libsql';
import { createDemoWorld, type DemoWorld } from '../integrations/demo-world/create-demo-world.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Settings } from './config.ts';
import type { Stores } from './open-stores.ts';

export interface DemoWorldConfig {
  readonly settings: Settings;
  /** The data folder. */
  readonly folder: string;
  readonly clock: Clock;
  readonly stores: Pick<Stores, 'embedded' | 'readUpload'>;
}

/** Longer than making the world takes on a slow machine, in milliseconds. */
const MAKING_MS = 20_000;

/** The demo company in the embedded database. Of several processes that come to an empty one at once, one makes it. */
export function openDemoWorld({ settings, folder, clock, stores }: DemoWorldConfig): DemoWorld {
  const database = stores.embedded();
  const turn = new Database(join(folder, 'demo.lock'));
  try {
    turn.pragma(`busy_timeout = ${MAKING_MS}`);
    turn.exec('BEGIN EXCLUSIVE');
    return createDemoWorld({
      database,
      now: () => new Date(clock()),
      seed: settings.DEMO_SEED,
      publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
      readUpload: stores.readUpload,
    });
  } finally {
    turn.close();
  }
}
