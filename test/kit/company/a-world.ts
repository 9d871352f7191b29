import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import {
  createDemoWorld,
  type DemoWorld,
  type DemoWorldOptions,
} from '../../../integrations/demo-world/create-demo-world.ts';
import { loadKnowledge } from '../../../integrations/demo-world/load-knowledge.ts';
import type { OrderState } from '../../../integrations/orders/order.ts';

const MORNING = '2026-11-24T00:30:00.000Z';

export interface AWorld {
  readonly world: DemoWorld;
  readonly database: Database.Database;
  /** The world's clock stands still until it is set. */
  readonly clock: { now: Date };
  /** The first customer of this language who fits. */
  customerWith(fits: (customer: Listed) => boolean, locale?: string): Listed;
  orderIn(state: OrderState, locale?: string): { readonly number: string; readonly customer: Listed };
}

type Listed = ReturnType<DemoWorld['listWorld']>['customers'][number];

const knowledge = loadKnowledge();

let template: { readonly folder: string; readonly file: string } | undefined;
let copies = 0;

afterAll(() => {
  if (template) rmSync(template.folder, { recursive: true, force: true });
});

/** Copying a world is much cheaper than making one. */
function aCopy(): Database.Database {
  template ??= makeTemplate();
  const file = path.join(template.folder, `${++copies}.db`);
  copyFileSync(template.file, file);
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  return database;
}

function makeTemplate() {
  const folder = mkdtempSync(path.join(tmpdir(), 'worlds-'));
  const file = path.join(folder, 'template.db');
  const database = new Database(file);
  createDemoWorld({ database, knowledge, now: () => new Date(MORNING) });
  database.close();
  return { folder, file };
}

/** A throw-away world whose clock is given. */
export function aWorld(options: Partial<DemoWorldOptions> = {}): AWorld {
  const clock = { now: new Date(MORNING) };
  const fresh = options.seed !== undefined || options.now !== undefined;
  const database = options.database ?? (fresh ? new Database(':memory:') : aCopy());
  const world = createDemoWorld({ knowledge, now: () => clock.now, ...options, database });
  const customerWith: AWorld['customerWith'] = (fits, locale) => {
    const found = world.listWorld(locale === undefined ? {} : { locale }).customers.find(fits);
    if (!found) throw new Error('the demo world has no such customer');
    return found;
  };
  return {
    world,
    database,
    clock,
    customerWith,
    orderIn: (state, locale) => {
      const customer = customerWith((one) => one.orders.some((order) => order.state === state), locale);
      return { number: customer.orders.find((order) => order.state === state)!.number, customer };
    },
  };
}
