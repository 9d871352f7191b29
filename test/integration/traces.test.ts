import { bearer, chatClient, says } from '../kit/chat-client.ts';
import { type OtlpCollector, otlpCollector } from '../kit/otlp-collector.ts';
import { createSpawner, type SpawnedServer } from '../kit/spawn-server.ts';
import { TEST_DIALOGS } from '../kit/start-app.ts';

/** A trace goes from the request to the delivery, also where another process delivers. */
const spawner = createSpawner();
let collector: OtlpCollector;
let server: SpawnedServer;
beforeAll(async () => {
  collector = await otlpCollector();
  server = await start(spawner.newFolder());
}, 60_000);
afterAll(() => {
  spawner.end();
  collector.close();
});

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = (trace: string) => ({ traceparent: `00-${trace}-00f067aa0ba902b7-01` });

const start = (folder: string, settings: Readonly<Record<string, string>> = {}) =>
  spawner.start(folder, {
    ...{ FLOWS_DIR: TEST_DIALOGS, OTEL_BSP_SCHEDULE_DELAY: '50', OTEL_SERVICE_NAME: 'bot-under-test' },
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    ...settings,
  });

const ofTrace = (trace: string) => collector.spans.filter(({ traceId }) => traceId === trace);

test('one trace holds the request, the stages of its turn and the delivery, each below what caused it', async () => {
  const client = chatClient(server.url);
  const conversation = await client.create({ locale: 'en' });
  const stream = await client.follow(conversation);
  const answer = await client.post(conversation, { id: 'm1', text: 'start the echo' }, parent(TRACE));
  expect(answer.status).toBe(202);
  expect(answer.headers.get('x-correlation-id')).toBe(TRACE);
  await stream.until(says('What shall I say?'));
  await collector.until(({ name, traceId }) => name === 'deliver' && traceId === TRACE);
  await collector.until(({ name, traceId }) => name === 'turn' && traceId === TRACE);
  stream.close();
  const spans = ofTrace(TRACE);
  const one = (name: string) => spans.find((span) => span.name === name);
  const request = one('POST /webchat/conversations/{id}/messages');
  expect(request?.parentSpanId).toBe('00f067aa0ba902b7');
  expect(request?.attributes).toMatchObject({ 'omotenashi.status': 202, 'omotenashi.method': 'POST' });
  expect(one('begin')?.parentSpanId).toBe(request?.spanId);
  expect(one('turn')?.parentSpanId).toBe(request?.spanId);
  for (const stage of ['understand', 'commit', 'deliver']) expect(one(stage)?.parentSpanId).toBe(one('turn')?.spanId);
  expect(one('turn')?.attributes).toMatchObject({ 'omotenashi.channel': 'webchat', 'omotenashi.outcome': 'done' });
  expect(one('deliver')?.attributes['omotenashi.outcome']).toBe('delivered');
  expect(new Set(spans.map(({ service }) => service))).toEqual(new Set(['bot-under-test']));
}, 60_000);

test('a trace is begun where the sender names none, and its id is told to the sender', async () => {
  const conversation = await chatClient(server.url).create({ locale: 'en' });
  const answer = await chatClient(server.url).post(
    conversation,
    { id: 'm1', text: 'start the echo' },
    { traceparent: 'no' },
  );
  const trace = answer.headers.get('x-correlation-id') ?? '';
  expect(trace).toMatch(/^[0-9a-f]{32}$/);
  await collector.until(({ name, traceId }) => name === 'deliver' && traceId === trace);
  const begun = ofTrace(trace).find(({ name }) => name.startsWith('POST'));
  expect(begun?.parentSpanId || undefined).toBeUndefined();
}, 60_000);

test('what a killed process left unsent is delivered by the next within the same trace', async () => {
  const folder = spawner.newFolder();
  const trace = 'aaaabbbbccccddddeeeeffff00001111';
  // the greeting is the first commit: the message's turn is the second
  const first = await start(folder, { CRASH_AT: 'after_commit:2' });
  const conversation = await chatClient(first.url).create({ locale: 'en' });
  const greeted = await chatClient(first.url).follow(conversation);
  await greeted.until(({ event }) => event === 'message');
  await chatClient(first.url)
    .post(conversation, { id: 'm1', text: 'start the echo' }, parent(trace))
    .catch(() => undefined);
  expect(await first.ended).toBeNull();
  const known = collector.spans.length;
  const second = await start(folder);
  const stream = await chatClient(second.url).follow(conversation);
  await stream.until(says('What shall I say?'));
  const delivered = await collector.until(
    (span) => span.name === 'deliver' && collector.spans.indexOf(span) >= known && span.traceId === trace,
  );
  expect(delivered.attributes['omotenashi.outcome']).toBe('delivered');
  stream.close();
  const mark = await fetch(chatClient(second.url).at(conversation, '/messages'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...bearer(conversation) },
    body: '{',
  });
  expect(mark.headers.get('x-correlation-id')).toMatch(/^[0-9a-f]{32}$/);
  await second.kill('SIGTERM');
}, 90_000);
