import type Database from 'libsql';
import type { Course } from './course.ts';
import { createRows, type Row, type Rows } from './rows.ts';
import type { StoredCustomer, StoredDevice, StoredOrder, StoredPlan } from './stored.ts';

/** The stored world, read and written as records. */
export interface WorldTables {
  readonly rows: Rows;
  meta(key: string): string | undefined;
  customer(id: string): StoredCustomer | undefined;
  customerByEmail(email: string): StoredCustomer | undefined;
  customers(locale?: string): readonly StoredCustomer[];
  saveCustomer(customer: StoredCustomer): void;
  order(number: string): StoredOrder | undefined;
  ordersOf(customerId: string): readonly StoredOrder[];
  orders(): readonly StoredOrder[];
  saveOrder(order: StoredOrder): void;
  device(serial: string): StoredDevice | undefined;
  devicesOf(customerId: string): readonly StoredDevice[];
  devices(): readonly StoredDevice[];
  saveDevice(device: StoredDevice): void;
  plan(id: string): StoredPlan | undefined;
  plansOf(customerId: string): readonly StoredPlan[];
  plans(): readonly StoredPlan[];
  savePlan(plan: StoredPlan): void;
}

export function createWorldTables(database: Database.Database): WorldTables {
  const rows = createRows(database);
  return {
    rows,
    meta: (key) => textOf(rows.one('SELECT value FROM demo_meta WHERE key = ?', key), 'value'),
    ...customersAndOrders(rows),
    ...devicesAndPlans(rows),
  };
}

function customersAndOrders(rows: Rows) {
  return {
    customer: (id: string) => record<StoredCustomer>(rows.one('SELECT data FROM demo_customers WHERE id = ?', id)),
    customerByEmail: (email: string) =>
      record<StoredCustomer>(rows.one('SELECT data FROM demo_customers WHERE email = ?', email)),
    customers: (locale?: string) =>
      records<StoredCustomer>(
        locale === undefined
          ? rows.all('SELECT data FROM demo_customers ORDER BY id')
          : rows.all('SELECT data FROM demo_customers WHERE locale = ? ORDER BY id', locale),
      ),
    saveCustomer: (customer: StoredCustomer) => {
      const cells = [customer.id, customer.email, customer.locale, JSON.stringify(customer)];
      rows.run('INSERT OR REPLACE INTO demo_customers VALUES (?, ?, ?, ?)', ...cells);
    },
    order: (number: string) => orderOf(rows.one('SELECT data, course FROM demo_orders WHERE number = ?', number)),
    ordersOf: (customerId: string) =>
      rows
        .all('SELECT data, course FROM demo_orders WHERE customer_id = ? ORDER BY placed_on DESC, number', customerId)
        .flatMap((row) => orderOf(row) ?? []),
    orders: () => rows.all('SELECT data, course FROM demo_orders ORDER BY rowid').flatMap((row) => orderOf(row) ?? []),
    saveOrder: ({ course, ...order }: StoredOrder) => {
      const cells = [order.number, order.customer_id, course.placed_on, JSON.stringify(order), JSON.stringify(course)];
      const sql =
        'INSERT INTO demo_orders VALUES (?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET placed_on = excluded.placed_on, data = excluded.data, course = excluded.course';
      rows.run(sql, ...cells);
    },
  };
}

function devicesAndPlans(rows: Rows) {
  return {
    device: (serial: string) => deviceOf(rows.one('SELECT * FROM demo_devices WHERE serial = ?', serial)),
    devicesOf: (customerId: string) =>
      rows
        .all('SELECT * FROM demo_devices WHERE customer_id = ? ORDER BY bought_on DESC, serial', customerId)
        .flatMap((row) => deviceOf(row) ?? []),
    devices: () => rows.all('SELECT * FROM demo_devices ORDER BY rowid').flatMap((row) => deviceOf(row) ?? []),
    saveDevice: ({ serial, customer_id, product, bought_on, warranty_until }: StoredDevice) => {
      rows.run(
        'INSERT OR REPLACE INTO demo_devices VALUES (?, ?, ?, ?, ?)',
        serial,
        customer_id,
        product,
        bought_on,
        warranty_until,
      );
    },
    plan: (id: string) => record<StoredPlan>(rows.one('SELECT data FROM demo_plans WHERE id = ?', id)),
    plansOf: (customerId: string) =>
      records<StoredPlan>(rows.all('SELECT data FROM demo_plans WHERE customer_id = ? ORDER BY id', customerId)),
    plans: () => records<StoredPlan>(rows.all('SELECT data FROM demo_plans ORDER BY rowid')),
    savePlan: (plan: StoredPlan) => {
      rows.run('INSERT OR REPLACE INTO demo_plans VALUES (?, ?, ?)', plan.id, plan.customer_id, JSON.stringify(plan));
    },
  };
}

export function textOf(row: Row | undefined, column: string): string | undefined {
  const value = row?.[column];
  return typeof value === 'string' ? value : undefined;
}

/** JSON that this world wrote itself: its shape needs no second look. */
export function parsed<Value>(text: string | undefined): Value | undefined {
  return text === undefined ? undefined : JSON.parse(text);
}

const record = <Value>(row: Row | undefined) => parsed<Value>(textOf(row, 'data'));
const records = <Value>(found: readonly Row[]): readonly Value[] => found.flatMap((row) => record<Value>(row) ?? []);

function orderOf(row: Row | undefined): StoredOrder | undefined {
  const order = record<Omit<StoredOrder, 'course'>>(row);
  const course = parsed<Course>(textOf(row, 'course'));
  return order && course ? { ...order, course } : undefined;
}

function deviceOf(row: Row | undefined): StoredDevice | undefined {
  const [serial, customer_id, product] = [textOf(row, 'serial'), textOf(row, 'customer_id'), textOf(row, 'product')];
  const [bought_on, warranty_until] = [textOf(row, 'bought_on'), textOf(row, 'warranty_until')];
  if (!serial || !customer_id || !product || !bought_on || !warranty_until) return undefined;
  return { serial, customer_id, product, bought_on, warranty_until };
}
