import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import { parse } from 'yaml';
import { chatClient } from '../kit/chat-client.ts';
import { type OtlpCollector, otlpCollector } from '../kit/otlp-collector.ts';
import { seededSecrets } from '../kit/seeded-secrets.ts';
import { createSpawner, type SpawnedServer } from '../kit/spawn-server.ts';

/** What is seen of the bot from outside: enough to run it by, and nothing of its customers. */
const root = resolve(__dirname, '..', '..');
const spawner = createSpawner();
const SECRETS = seededSecrets(1000);
/** In one message, as customers do who tell everything at once. */
const PER_MESSAGE = 4;
const PER_CONVERSATION = 10;
let collector: OtlpCollector;
let company: Server;
let asked = 0;
let folder: string;
let server: SpawnedServer;
let scraped: string;

const inPieces = <Part>(all: readonly Part[], size: number): readonly (readonly Part[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));

/** A company system that breaks in many ways, and quotes what it was asked in each. */
function brokenCompany(): Server {
  return createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    const said = decodeURIComponent(`${request.url ?? ''} ${body}`);
    asked += 1;
    const status = [500, 200, 404, 400, 200][asked % 5] ?? 500;
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(asked % 2 === 0 ? JSON.stringify({ number: said, error: said }) : `no JSON: ${said}`);
  }).listen(0, '127.0.0.1');
}

async function talk(messages: readonly string[], n: number): Promise<void> {
  const client = chatClient(server.url);
  const conversation = await client.create({ locale: n % 2 === 0 ? 'en' : 'ja' });
  const stream = await client.follow(conversation);
  for (const [at, text] of messages.entries()) {
    const before = answers(stream.events);
    expect(await client.say(conversation, `m${at}`, text)).toBe(202);
    await stream.until(() => answers(stream.events) > before);
  }
  stream.close();
}

const answers = (events: readonly { readonly event: string; readonly data: { readonly from?: string } }[]) =>
  events.filter(({ event, data }) => event === 'message' && data.from !== 'customer').length;

beforeAll(async () => {
  collector = await otlpCollector();
  company = brokenCompany();
  await once(company, 'listening');
  const address = company.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  folder = spawner.newFolder();
  const systems = join(folder, 'systems.yaml');
  const system = (name: string) =>
    `${name}: { name: ${name} of the company, base_url: "http://127.0.0.1:${port}", retries: 1, back_off_ms: 1 }`;
  writeFileSync(systems, `${['orders', 'customers', 'notifications'].map(system).join('\n')}\n`);
  server = await spawner.start(folder, {
    ...{ LOG_LEVEL: 'info', COMPANY_SYSTEMS: systems, OTEL_BSP_SCHEDULE_DELAY: '200' },
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, RATE_MESSAGES: '100000', RATE_REQUESTS: '100000' },
    RATE_CONVERSATIONS: '100000',
  });
  const messages = inPieces(SECRETS, PER_MESSAGE).map((piece) => piece.map(({ text }) => text).join(' '));
  await Promise.all(inPieces(messages, PER_CONVERSATION).map(talk));
  scraped = await (await fetch(`${server.url}/metrics`)).text();
}, 180_000);
afterAll(() => {
  spawner.end();
  collector.close();
  company.close();
  company.closeAllConnections();
});

/** Names of metrics in an expression; `up` is Prometheus' own. */
const metricsIn = (expression: string): readonly string[] =>
  expression.match(/\b(?:omotenashi|process|nodejs)_\w+/g) ?? [];

const told = () => new Set(scraped.split('\n').flatMap((line) => /^([a-z]\w*)(?:\{| )/.exec(line)?.[1] ?? []));

test('the talk is counted: turns by outcome and channel, stages, actions, deliveries, queues, breakers', () => {
  expect(scraped).toMatch(/^omotenashi_turns_total\{outcome="done",channel="webchat"\} 2\d{2}$/m);
  for (const stage of ['request', 'begin', 'turn', 'understand', 'action', 'commit', 'deliver', 'archive']) {
    expect(scraped).toMatch(new RegExp(`^omotenashi_stage_seconds_count\\{stage="${stage}"\\} [1-9]`, 'm'));
  }
  expect(scraped).toMatch(/^omotenashi_deliveries_total\{outcome="delivered",channel="webchat"\} [2-9]\d{2}$/m);
  expect(scraped).toMatch(/^omotenashi_actions_total\{action="\w+",outcome="\w+"\} [1-9]/m);
  expect(scraped).toMatch(/^omotenashi_retries_total\{what="company_system"\} [1-9]/m);
  expect(scraped).toMatch(/^omotenashi_breaker_open\{system="orders of the company"\} [01]$/m);
  expect(scraped).toMatch(/^omotenashi_queue_depth\{queue="inbox"\} \d+$/m);
  expect(scraped).toMatch(/^omotenashi_store_up 1$/m);
  expect(scraped).toMatch(/^process_resident_memory_bytes \d/m);
});

test('every metric that the dashboard and the alerts name is there', () => {
  const dashboard = JSON.parse(readFileSync(join(root, 'docs', 'dashboards', 'grafana.json'), 'utf8'));
  const alerts = parse(readFileSync(join(root, 'docs', 'dashboards', 'alerts.yaml'), 'utf8'));
  const drawn: string[] = dashboard.panels.flatMap((panel: { targets?: { expr: string }[] }) =>
    (panel.targets ?? []).map(({ expr }) => expr),
  );
  const rules: { alert: string; expr: string; annotations: object }[] = alerts.groups.flatMap(
    (group: { rules: object[] }) => group.rules,
  );
  const names = [...drawn, ...rules.map(({ expr }) => expr)].flatMap(metricsIn);
  expect(drawn.length).toBeGreaterThan(25);
  expect(rules.length).toBeGreaterThan(10);
  expect(new Set(names).size).toBeGreaterThan(20);
  expect([...new Set(names)].filter((name) => !told().has(name))).toEqual([]);
  for (const { alert, annotations } of rules) {
    expect(alert).toMatch(/^Omotenashi[A-Z]/);
    expect(annotations).toMatchObject({ summary: expect.any(String), description: expect.any(String) });
  }
});

test('of a thousand secrets none is in the log, the traces, the metrics or the reasons of dead letters', async () => {
  await server.kill('SIGTERM');
  const database = new Database(join(folder, 'omotenashi.db'));
  const letters = database.prepare('SELECT why FROM dead_letters').all();
  database.close();
  expect(asked).toBeGreaterThan(5);
  const places = {
    log: server.output,
    traces: collector.bodies.join('\n'),
    metrics: scraped,
    letters: JSON.stringify(letters),
  };
  expect(places.log).toContain('action_failed');
  expect(collector.spans.length).toBeGreaterThan(SECRETS.length);
  expect(collector.spans.some(({ name }) => name.startsWith('action '))).toBe(true);
  const lines = places.log.split('\n').filter((line) => line.includes('action_failed'));
  for (const line of lines) expect(JSON.parse(line).correlation).toMatch(/^[0-9a-f]{32}$/);
  const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
  for (const [place, text] of Object.entries(places)) {
    const found = SECRETS.filter(({ secret }) => text.includes(secret) || text.includes(escaped(secret)));
    expect({ place, found: found.map(({ secret }) => secret) }).toEqual({ place, found: [] });
  }
});
