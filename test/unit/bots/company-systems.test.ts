import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCompanySockets, readCompanySystems } from '../../../bots/company-systems.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (text: string): string => {
  const place = path.join(folder, 'systems.yaml');
  writeFileSync(place, text);
  return place;
};

const ORDERS = `
orders:
  name: orders at example.com
  base_url: https://erp.example.com/api
  auth: { kind: bearer, token: '\${ORDERS_TOKEN}' }
  operations:
    readOrder: { path: '/v2/orders/{order_number}', outcomes: [{ status: 404, outcome: not_found }] }
`;

describe("the company's own systems", () => {
  it('are read with their secrets from the environment', () => {
    const systems = readCompanySystems(file(ORDERS), { ORDERS_TOKEN: 'a-token' });
    expect(systems.orders).toMatchObject({ auth: { kind: 'bearer', token: 'a-token' }, timeout_ms: 2500, retries: 2 });
    expect(Object.keys(createCompanySockets(systems))).toEqual(['orders']);
  });

  it('name the variable that is not set', () => {
    expect(() => readCompanySystems(file(ORDERS), {})).toThrow(/ORDERS_TOKEN/);
  });

  it('refuse a secret that stands in the file', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a setting's name, as the file has it
    const written = ORDERS.replace('${ORDERS_TOKEN}', 'in-clear');
    expect(() => readCompanySystems(file(written), {})).toThrow(/orders\.auth\.token is a secret/);
  });

  it('say what is wrong and where', () => {
    expect(() => readCompanySystems(file('orders: { name: x, base_url: nonsense }'), {})).toThrow(/orders\.base_url/);
    expect(() => readCompanySystems(path.join(folder, 'none.yaml'), {})).toThrow(/none\.yaml/);
    expect(() => readCompanySystems(file('parcels: {}'), {})).toThrow(/COMPANY_SYSTEMS/);
  });
});
