import type { RouteHead } from '../../../channels/http-route.ts';
import { METRICS } from '../../../integrations/telemetry/metrics.ts';
import type { Meters } from '../../../integrations/telemetry/telemetry.ts';
import { metricsAccess } from '../../../runtime/http/metrics-access.ts';
import { metricsOfStore } from '../../../runtime/http/metrics-of-store.ts';
import { openMetricsServer } from '../../../runtime/http/open-metrics-server.ts';

const TOKEN = 'a-token-of-some-length';
const head = (headers: Record<string, string>, remoteAddress = '127.0.0.1'): RouteHead => ({
  ...{ method: 'GET', url: '/metrics', params: {}, query: {}, remoteAddress },
  headers: { host: 'localhost:3000', ...headers },
});
const refused = { entry: { code: 'metrics_refused', status: 403 } };

describe('who may read the metrics', () => {
  const local = metricsAccess({ behindProxy: false });

  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('this machine, by %s', async (address) => {
    await expect(local(head({}, address))).resolves.toBeUndefined();
    await expect(local(head({ host: '127.0.0.1:3000' }, address))).resolves.toBeUndefined();
  });

  test.each([
    ['another machine', head({}, '10.0.0.7')],
    ['a machine whose address begins alike', head({}, '1127.0.0.1')],
    ['whoever comes by a proxy', head({ 'x-forwarded-for': '127.0.0.1' })],
    ['whoever comes by a proxy of another kind', head({ forwarded: 'for=127.0.0.1' })],
    ['a page of a foreign name that leads here', head({ host: 'evil.example' })],
    ['a page of a name that begins alike', head({ host: 'localhost.evil.example' })],
  ])('not %s', async (_, asked) => {
    await expect(local(asked)).rejects.toMatchObject(refused);
  });

  test('nobody without a token where customers come by a proxy', async () => {
    await expect(metricsAccess({ behindProxy: true })(head({}))).rejects.toMatchObject(refused);
  });

  test('whoever has the token, wherever they are, and nobody else', async () => {
    const access = metricsAccess({ token: TOKEN, behindProxy: true });
    await expect(access(head({ authorization: `Bearer ${TOKEN}` }, '10.0.0.7'))).resolves.toBeUndefined();
    for (const authorization of ['', 'Bearer ', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, `bearer${TOKEN}`]) {
      await expect(access(head({ authorization }))).rejects.toMatchObject(refused);
    }
    await expect(access(head({}))).rejects.toMatchObject(refused);
  });
});

describe('a port of its own', () => {
  const reader = { mediaType: 'text/plain; version=0.0.4', read: async () => 'a_metric 1\n' };
  const told: string[] = [];
  const config = { port: 0, host: '127.0.0.1', reader, telemetry: { error: (event: string) => void told.push(event) } };
  const open = (token?: string) => openMetricsServer({ ...config, token });

  test('tells the metrics and nothing else', async () => {
    const server = await open();
    const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
    const answer = await at('/metrics');
    expect([answer.status, await answer.text()]).toEqual([200, 'a_metric 1\n']);
    expect((await at('/')).status).toBe(404);
    expect((await at('/metrics', { method: 'POST' })).status).toBe(404);
    await server.close();
  });

  test('asks for the token where there is one', async () => {
    const server = await open(TOKEN);
    const url = `http://127.0.0.1:${server.port}/metrics`;
    expect((await fetch(url)).status).toBe(403);
    expect((await fetch(url, { headers: { Authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
    await server.close();
  });

  test('tells the log what kept it from telling', async () => {
    const broken = { ...reader, read: () => Promise.reject(new Error('no numbers')) };
    const server = await openMetricsServer({ ...config, reader: broken });
    expect((await fetch(`http://127.0.0.1:${server.port}/metrics`)).status).toBe(500);
    expect(told).toEqual(['metrics_failed']);
    await server.close();
  });

  test('that is taken is told by the name of its setting', async () => {
    const server = await open();
    const again = openMetricsServer({ ...config, port: server.port });
    await expect(again).rejects.toMatchObject({ detail: expect.stringContaining('METRICS_PORT') });
    await server.close();
  });
});

describe('what waits in the store', () => {
  const gauged = async (
    depths: () => Promise<{ inbox: number; outbox: number; records: number; deadLetters: number }>,
  ) => {
    const seen: Record<string, number> = {};
    const gauge: Meters['gauge'] = (name, labels, value) => {
      seen[[name, ...Object.values(labels)].join(' ')] = value;
    };
    await metricsOfStore({ depths }, { gauge });
    return seen;
  };

  test('is told queue by queue', async () => {
    expect(await gauged(async () => ({ inbox: 1, outbox: 2, records: 3, deadLetters: 4 }))).toEqual({
      ...{ store_up: 1, 'queue_depth inbox': 1, 'queue_depth outbox': 2, 'queue_depth records': 3 },
      'queue_depth dead_letters': 4,
    });
  });

  test('of a store that fails or hangs is not told, but that it is down', async () => {
    expect(
      await gauged(async () => {
        throw new Error('away');
      }),
    ).toEqual({ store_up: 0 });
    expect(await gauged(() => new Promise(() => {}))).toEqual({ store_up: 0 });
  });
});

test('no metric has a label that could name a customer', () => {
  const labels = new Set(Object.values(METRICS).flatMap(({ labels: own }): readonly string[] => own));
  expect([...labels].sort()).toEqual(['action', 'channel', 'kind', 'outcome', 'queue', 'stage', 'system', 'what']);
});
