import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { CompanySystemSettings } from '../../../integrations/company-api/company-system.ts';
import { createHttpKnowledge } from '../../../integrations/knowledge/http/create-http-knowledge.ts';
import { createHttpOrders } from '../../../integrations/orders/http/create-http-orders.ts';
import { createHttpSubscriptions } from '../../../integrations/subscriptions/http/create-http-subscriptions.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const json =
  (status: number, body: unknown): Handler =>
  (_, response) =>
    void response.writeHead(status).end(JSON.stringify(body));

/** A small real server that gives these answers, one after the other, and the last one for ever. */
async function serving(...handlers: readonly Handler[]) {
  const requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const handler = handlers[Math.min(requests.length, handlers.length - 1)]!;
      requests.push({
        method: request.method!,
        url: request.url!,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      handler(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` };
}

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

const waits: number[] = [];
const parts = { wait: async (ms: number) => void waits.push(ms), random: () => 1 };
beforeEach(() => waits.splice(0));

const settings = (base_url: string, more: Partial<CompanySystemSettings> = {}): CompanySystemSettings => ({
  name: 'Test shop',
  base_url,
  ...more,
});
const refused = async (run: Promise<unknown>): Promise<CatalogueError> => {
  const error = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CatalogueError)) throw new Error('expected a catalogue error');
  return error;
};
const dates = { order_number: 'AB123456' };

describe('calling a company’s own system', () => {
  it('sends the key, the path, the query and the idempotency key', async () => {
    const { url, requests } = await serving(json(200, []));
    const orders = createHttpOrders(settings(url, { auth: { kind: 'header', name: 'X-Api-Key', value: 'k' } }), parts);
    expect(await orders.listOrders({ customer_id: 'C/1 ü', limit: 3 }, { idempotencyKey: 'turn-1' })).toEqual({
      outcome: 'ok',
      value: [],
    });
    expect(requests[0]).toMatchObject({
      method: 'GET',
      url: '/api/customers/C%2F1%20%C3%BC/orders?limit=3',
      headers: { 'x-api-key': 'k', 'idempotency-key': 'turn-1' },
    });
    const basic = createHttpOrders(settings(url, { auth: { kind: 'basic', user: 'u', password: 'p' } }), parts);
    await basic.listOrders({ customer_id: 'C1', limit: 1 });
    expect(requests[1]!.headers.authorization).toBe(`Basic ${Buffer.from('u:p').toString('base64')}`);
  });

  it('takes 404 for not_found, 409 for the declared outcome, and nothing undeclared', async () => {
    const { url } = await serving(
      json(404, {}),
      json(409, { outcome: 'not_possible' }),
      json(409, { outcome: 'made_up' }),
    );
    const orders = createHttpOrders(settings(url), parts);
    expect(await orders.listRedeliveryDates(dates)).toEqual({ outcome: 'not_found' });
    expect(await orders.listRedeliveryDates(dates)).toEqual({ outcome: 'not_possible' });
    expect((await refused(orders.listRedeliveryDates(dates))).entry.code).toBe('company_system_failed');
  });

  it('tries a call that may be repeated again, waiting longer each time', async () => {
    const { url, requests } = await serving(
      json(503, {}),
      (request) => request.socket.destroy(),
      json(200, ['2026-11-25']),
    );
    const orders = createHttpOrders(settings(url, { back_off_ms: 100 }), parts);
    expect(await orders.listRedeliveryDates(dates)).toEqual({ outcome: 'ok', value: ['2026-11-25'] });
    expect(requests).toHaveLength(3);
    expect(waits).toEqual([100, 200]);
  });

  it('waits as long as the system asks for, and not at all where that is too long for a turn', async () => {
    const later = (seconds: string) => (_: unknown, response: ServerResponse) =>
      response.writeHead(503, { 'content-type': 'application/json', 'retry-after': seconds }).end('{}');
    const { url, requests } = await serving(later('2'), json(200, []), later('60'));
    const counted: string[] = [];
    const telemetry = { count: (name: string) => void counted.push(name) };
    const orders = createHttpOrders(settings(url, { back_off_ms: 100 }), { ...parts, telemetry });
    expect(await orders.listRedeliveryDates(dates)).toEqual({ outcome: 'ok', value: [] });
    await refused(orders.listRedeliveryDates(dates));
    expect(waits).toEqual([2000]);
    expect(requests).toHaveLength(3);
    expect(counted).toEqual(['retries']);
  });

  it('ends its pause when its caller leaves off, and tries no more', async () => {
    const caller = new AbortController();
    const { url, requests } = await serving((_, response) => {
      response.writeHead(500, { 'content-type': 'application/json' }).end('{}');
      setTimeout(() => caller.abort(), 20);
    });
    const orders = createHttpOrders(settings(url, { back_off_ms: 4900 }));
    expect((await refused(orders.listRedeliveryDates(dates, { signal: caller.signal }))).entry.code).toBe(
      'company_system_failed',
    );
    expect(requests).toHaveLength(1);
  });

  it('repeats a purchase, which the offer’s id makes safe, and never the making of an offer', async () => {
    const { url, requests } = await serving(json(500, {}));
    const subscriptions = createHttpSubscriptions(settings(url, { retries: 1 }), parts);
    await refused(subscriptions.confirmRenewal({ offer_id: 'o', customer_id: 'c' }));
    expect(requests).toHaveLength(2);
    await refused(subscriptions.prepareRenewal({ plan_id: 'p', option_id: 'x', customer_id: 'c' }));
    expect(requests).toHaveLength(3);
  });

  it('gives up after its time', async () => {
    const { url } = await serving(() => undefined);
    const orders = createHttpOrders(settings(url, { timeout_ms: 60, retries: 0 }), parts);
    expect((await refused(orders.listRedeliveryDates(dates))).entry.code).toBe('company_system_timeout');
  });

  it('leaves off when its caller does', async () => {
    const { url, requests } = await serving(() => undefined);
    const caller = new AbortController();
    const orders = createHttpOrders(settings(url), parts);
    const running = refused(orders.listRedeliveryDates(dates, { signal: caller.signal }));
    setTimeout(() => caller.abort(), 20);
    expect((await running).entry.code).toBe('company_system_timeout');
    expect(requests.length).toBeLessThanOrEqual(1);
  });

  it('stops calling a system that fails on and on, and tries one call after a pause', async () => {
    let time = 0;
    const { url, requests } = await serving(json(500, {}), json(500, {}), json(500, {}), json(200, []));
    const orders = createHttpOrders(settings(url, { retries: 0, breaker: { failures: 3, open_ms: 1000 } }), {
      ...parts,
      clock: () => time,
    });
    for (let call = 0; call < 6; call++) await refused(orders.listOrders({ customer_id: 'C', limit: 1 }));
    expect(requests).toHaveLength(3);
    time = 1001;
    expect(await orders.listOrders({ customer_id: 'C', limit: 1 })).toEqual({ outcome: 'ok', value: [] });
    expect(await orders.listOrders({ customer_id: 'C', limit: 1 })).toEqual({ outcome: 'ok', value: [] });
  });

  it.each<[string, Handler]>([
    ['is no JSON', (_, response) => void response.end('<html>')],
    ['does not fit', json(200, ['tomorrow'])],
    ['is larger than 1 MB', (_, response) => void response.end(JSON.stringify('x'.repeat(1024 * 1024 + 10)))],
    ['leads elsewhere', (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['is refused', json(403, {})],
  ])('fails, naming the system and nothing personal, when the answer %s', async (_, handler) => {
    const { url } = await serving(handler);
    const orders = createHttpOrders(settings(url, { retries: 0 }), parts);
    const error = await refused(orders.listRedeliveryDates(dates));
    expect(error.entry.code).toBe('company_system_failed');
    expect(error.message).toContain('Test shop');
    expect(error.message).not.toContain('AB123456');
  });
});

describe('a system that speaks otherwise', () => {
  it('is translated by settings: path, method, body, fields, codes, lists and outcomes', async () => {
    const { url, requests } = await serving(
      json(200, { data: { hits: [{ nr: 7, doc: { head: 'Descaling', body: 'Run it.', say: null }, rank: 0.9 }] } }),
      json(422, { code: 'TOO_LATE' }),
    );
    const knowledge = createHttpKnowledge(
      settings(url, {
        operations: {
          searchArticles: {
            method: 'GET',
            path: '/v2/search',
            query: { q: '$.words', lang: { path: '$.locale', values: { ja: 'jp' } }, max: '$.limit' },
            response: {
              each: '$.data.hits',
              item: {
                fields: {
                  article: { path: '$.nr', values: { 7: 'descaling' } },
                  title: '$.doc.head',
                  answer: '$.doc.body',
                  speech: { path: '$.doc.say', default: 'Run the program.' },
                  source: { value: 'Help' },
                  url: { value: 'https://help.example/7' },
                  score: '$.rank',
                },
              },
            },
          },
        },
      }),
      parts,
    );
    expect(await knowledge.searchArticles({ words: 'scale & lime', locale: 'ja', limit: 3 })).toEqual({
      outcome: 'ok',
      value: [
        {
          article: 'descaling',
          title: 'Descaling',
          answer: 'Run it.',
          speech: 'Run the program.',
          source: 'Help',
          url: 'https://help.example/7',
          score: 0.9,
        },
      ],
    });
    expect(requests[0]).toMatchObject({ method: 'GET', url: '/api/v2/search?q=scale+%26+lime&lang=jp&max=3' });
    const outcomes = [{ status: 422, when: { path: '$.code', is: 'TOO_LATE' }, outcome: 'not_possible' }];
    const orders = createHttpOrders(
      settings(url, {
        operations: { changeDeliveryDate: { method: 'PATCH', body: { fields: { day: '$.date' } }, outcomes } },
      }),
      parts,
    );
    expect(await orders.changeDeliveryDate({ order_number: 'AB123456', date: '2026-12-01' })).toEqual({
      outcome: 'not_possible',
    });
    expect(requests[1]).toMatchObject({ method: 'PATCH', body: '{"day":"2026-12-01"}' });
  });

  it('is refused at the start when its settings name what does not exist', () => {
    for (const wrong of [{ operations: { flyToTheMoon: {} } }, { timeout_ms: -1 }, { base_url: 'ftp://x' }]) {
      expect(() => createHttpOrders(settings('http://127.0.0.1:1', wrong))).toThrow(CatalogueError);
    }
  });
});
