import type Database from 'libsql';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { CustomerFacts, Identity } from '../../dialogs/protocol/state.ts';
import { dateIn } from '../calendar.ts';
import type { Customers } from '../customers/customers.ts';
import { createDemoCustomers, showCustomer } from '../customers/demo/create-demo-customers.ts';
import { factsOf } from '../customers/facts-of.ts';
import { createDemoDiagnostics } from '../diagnostics/demo/create-demo-diagnostics.ts';
import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { createDemoKnowledge } from '../knowledge/demo/create-demo-knowledge.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { createMailbox, type Mailbox } from '../notifications/demo/create-mailbox.ts';
import type { Notifications } from '../notifications/notifications.ts';
import { createDemoOrders } from '../orders/demo/create-demo-orders.ts';
import { ORDER_STATES, type OrderState } from '../orders/order.ts';
import type { Orders } from '../orders/orders.ts';
import { createConfirmationPage } from '../subscriptions/demo/create-confirmation-page.ts';
import { createDemoSubscriptions } from '../subscriptions/demo/create-demo-subscriptions.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import { createDice } from './dice.ts';
import { type ListedWorld, listWorld } from './list-world.ts';
import { type KnowledgeBase, loadKnowledge } from './load-knowledge.ts';
import { createNotices, type DueNotice } from './notices.ts';
import { createOffers } from './offers.ts';
import { planCourse } from './plan-course.ts';
import { seedWorld } from './seed-world.ts';
import { hasWorld, makeTables, WORLD_VERSION } from './tables.ts';
import { createWorldTables, type WorldTables } from './world-tables.ts';

export interface DemoWorldOptions {
  /** The embedded database, opened by whoever owns the file. */
  readonly database: Database.Database;
  readonly now: () => Date;
  /** The same seed makes the same customers and numbers for ever. */
  readonly seed?: string;
  /** Products, guides and articles; without it they are read from `dialogs/knowledge`. Whoever makes many worlds reads them once. */
  readonly knowledge?: KnowledgeBase;
  /** Where the shop is on the web: links in mails lead there. */
  readonly publicUrl?: string;
  /** The bytes of an uploaded photo. */
  readonly readUpload?: (url: string) => Promise<Uint8Array | undefined>;
}

/** Who a signed-in visitor of the shop is: what the page's token says. */
interface SignedIn {
  readonly customer_id: string;
  readonly name: string;
  readonly locale: 'en' | 'ja';
  readonly zone: string;
  readonly identity: Identity;
  readonly customer: CustomerFacts;
}

/** Aozora: every company system of the demo, and the ways to look at it and to move it. */
export interface DemoWorld {
  readonly orders: Orders;
  readonly subscriptions: Subscriptions;
  readonly diagnostics: Diagnostics;
  readonly customers: Customers;
  readonly knowledge: Knowledge;
  readonly notifications: Notifications;
  /** Products by id, for the shop's pages and for understanding. */
  readonly products: KnowledgeBase['products'];
  readonly mailbox: Pick<Mailbox, 'read'>;
  readonly confirmationPage: ReturnType<typeof createConfirmationPage>;
  listWorld(options?: { readonly locale?: string }): ListedWorld;
  /** Moves an order into a state; it goes on from there by itself. @returns false: no such order */
  advanceOrder(number: string, state: OrderState): boolean;
  /** Makes the world anew, as of now. */
  reset(): void;
  signInAs(customerId: string): SignedIn | undefined;
  dueNotices(now?: Date): readonly DueNotice[];
  markNoticed(conversationId: string, orderNumber: string): void;
}

const DEFAULT_SEED = 'aozora';

/**
 * Opens the demo world in a database; makes and seeds it where there is none. Where there is one nothing is written by opening it.
 * @example
 * const world = createDemoWorld({ database, now: () => new Date() });
 * await world.orders.readOrder({ order_number: 'AB123456' });
 */
export function createDemoWorld(options: DemoWorldOptions): DemoWorld {
  const { database, now, seed = DEFAULT_SEED, publicUrl = 'http://localhost:3000' } = options;
  const knowledge = options.knowledge ?? loadKnowledge();
  const tables = createWorldTables(database);
  const make = () => seedInto(database, tables, knowledge, seed, now());
  if (!hasWorld(database)) make();
  const mailbox = createMailbox(tables, now);
  const world = {
    ...{ tables, now, knowledge, publicUrl, readUpload: options.readUpload },
    offers: createOffers(tables),
    productName: (id: string) => knowledge.products.find((product) => product.id === id)?.name,
    post: mailbox.post,
  };
  const notices = createNotices(world);
  return {
    orders: createDemoOrders(world),
    subscriptions: createDemoSubscriptions(world),
    diagnostics: createDemoDiagnostics(world),
    customers: createDemoCustomers(world),
    knowledge: createDemoKnowledge(knowledge.articles),
    notifications: mailbox.notifications,
    products: knowledge.products,
    mailbox,
    confirmationPage: createConfirmationPage(world),
    listWorld: ({ locale } = {}) => listWorld(world, locale),
    advanceOrder: (number, state) => advanceOrder(tables, number, state, now()),
    reset: make,
    signInAs: (customerId) => signInAs(tables, customerId, now()),
    dueNotices: (at = now()) => notices.due(at),
    markNoticed: notices.mark,
  };
}

function seedInto(
  database: Database.Database,
  tables: WorldTables,
  knowledge: KnowledgeBase,
  seed: string,
  at: Date,
): void {
  const made = seedWorld(seed, at, knowledge.products);
  tables.rows.together(() => {
    makeTables(database);
    for (const customer of made.customers) tables.saveCustomer(customer);
    for (const order of made.orders) tables.saveOrder(order);
    for (const device of made.devices) tables.saveDevice(device);
    for (const plan of made.plans) tables.savePlan(plan);
    for (const [key, value] of Object.entries({ version: WORLD_VERSION, seed, seeded_at: at.toISOString() })) {
      tables.rows.run('INSERT INTO demo_meta VALUES (?, ?)', key, value);
    }
  });
}

function advanceOrder(tables: WorldTables, number: string, state: OrderState, now: Date): boolean {
  if (!ORDER_STATES.includes(state))
    throw new CatalogueError('settings_invalid', `${state} is no state; one of ${ORDER_STATES.join(', ')}.`);
  const order = tables.order(number.toUpperCase());
  if (!order) return false;
  tables.saveOrder({ ...order, course: planCourse(state, dateIn(order.zone, now), createDice(`${number}:${state}`)) });
  return true;
}

function signInAs(tables: WorldTables, customerId: string, now: Date): SignedIn | undefined {
  const stored = tables.customer(customerId);
  if (!stored) return undefined;
  const { customer_id, name, locale, zone, ...customer } = showCustomer(stored, now);
  const identity: Identity = {
    level: 'verified',
    proves: { customer: customer_id },
    method: 'page_token',
    at: now.toISOString(),
  };
  return {
    customer_id,
    name,
    locale,
    zone,
    identity,
    customer: factsOf({ customer_id, name, locale, zone, ...customer }),
  };
}
