import { composeTelemetry } from '../../../integrations/telemetry/compose-telemetry.ts';
import { createPinoTelemetry } from '../../../integrations/telemetry/pino/index.ts';
import { createPrometheus } from '../../../integrations/telemetry/prometheus/index.ts';
import type { TelemetryPlug } from '../../../integrations/telemetry/telemetry.ts';
import { correlationOf, readTraceParent, writeTraceParent } from '../../../integrations/telemetry/trace-parent.ts';
import { redact } from '../../../operations/privacy/redact.ts';
import { aRuntime, plainUnderstanding, type TestRuntime, type TestRuntimeOptions } from '../../kit/a-runtime.ts';
import { anUtterance } from '../../kit/an-event.ts';

/** What turns tell of themselves, and what they keep to themselves. */
const TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const SECRET = 'Kiyohara Umeko of 12 Quillfeather Lane, 清原梅子';

interface Seen {
  readonly name: string;
  readonly facts: Record<string, unknown>;
  readonly traceId: string | undefined;
}

let under: TestRuntime;
afterEach(() => under.end());

async function watched(options: TestRuntimeOptions = {}) {
  const lines: string[] = [];
  const spans: Seen[] = [];
  const at = (trace: string | undefined, here?: Seen): TelemetryPlug => ({
    ...(trace === undefined ? {} : { trace }),
    within: (other) => at(other),
    span: async (name, facts, work) => {
      const traceId = correlationOf(trace) ?? 'b'.repeat(32);
      const span = { name, facts: { ...facts }, traceId };
      spans.push(span);
      const spanId = String(spans.length).padStart(16, '0');
      return work(at(writeTraceParent({ traceId, spanId, flags: 1 }), span));
    },
    note: (facts) => void Object.assign(here?.facts ?? {}, facts),
  });
  const prometheus = createPrometheus();
  const log = createPinoTelemetry({ level: 'info', mask: redact, write: (line) => void lines.push(line) });
  under = await aRuntime({ ...options, telemetry: composeTelemetry(log, [at(undefined), prometheus.plug]) });
  const hear = async (id: string, text: string, trace?: string) => {
    const accepted = await under.runtime.accept({ ...anUtterance(id, text), ...(trace ? { trace } : {}) });
    if (accepted.kind === 'accepted') await accepted.finished;
    await under.settle();
  };
  return { lines, spans, hear, metrics: prometheus.read };
}

test('every stage of a turn belongs to the trace that its message came with, its action and its delivery too', async () => {
  const { spans, hear } = await watched();
  await hear('m1', 'look it up', TRACE);
  const stages = spans.filter(({ traceId }) => traceId === readTraceParent(TRACE)?.traceId).map(({ name }) => name);
  expect([...new Set(stages)].sort()).toEqual(['action', 'begin', 'commit', 'deliver', 'turn', 'understand']);
  expect(spans.find(({ name }) => name === 'action')?.facts).toEqual({ action: 'look_up', outcome: 'ok' });
});

test('an answer that comes late goes on with the trace of the turn that asked', async () => {
  let answer: (text: string) => void = () => {};
  const { spans, hear } = await watched({
    turnBudgetMs: 50,
    lookUp: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  await hear('m1', 'look it up', TRACE);
  answer('it');
  const late = () => spans.some(({ name, facts }) => name === 'turn' && facts['kind'] === 'actionResult');
  for (let n = 0; n < 200 && !late(); n++) await new Promise((resolve) => setTimeout(resolve, 10));
  const turns = spans.filter(({ name }) => name === 'turn');
  expect(turns.map(({ facts }) => facts['kind'])).toEqual(['utterance', 'actionResult']);
  expect(new Set(turns.map(({ traceId }) => traceId)).size).toBe(1);
});

test('a message that cannot be done is counted try by try, and as a dead letter', async () => {
  let broken = true;
  const { hear, metrics, lines } = await watched({
    understand: (text) => {
      if (text === 'look it up') return plainUnderstanding(text);
      throw new Error(`cannot read ${SECRET}`);
    },
    lookUp: async () => {
      throw new Error(`nothing is known of ${SECRET}`);
    },
    send: () => (broken ? { kind: 'retry', why: 'busy' } : { kind: 'delivered' }),
  });
  await hear('m1', SECRET);
  broken = false;
  await hear('m2', 'look it up');
  const text = await metrics();
  expect(text).toContain('omotenashi_actions_total{action="look_up",outcome="failed"} 1');
  expect(text).toMatch(/omotenashi_deliveries_total\{outcome="retry",channel="test"\} [1-9]/);
  expect(text).toMatch(/omotenashi_retries_total\{what="delivery"\} [1-9]/);
  expect(lines.some((line) => line.includes('understanding_failed'))).toBe(true);
  expect(lines.some((line) => line.includes('action_failed'))).toBe(true);
  const all = `${lines.join('\n')}${text}`;
  for (const word of ['Kiyohara', 'Quillfeather', '清原']) expect(all).not.toContain(word);
});

test('a reply that a platform refuses is a dead letter, and its line has the correlation id', async () => {
  const { hear, metrics, lines } = await watched({ send: () => ({ kind: 'refused', why: 'blocked' }) });
  await hear('m1', 'start the echo', TRACE);
  expect(await metrics()).toMatch(/omotenashi_dead_letters_total\{kind="reply"\} [1-9]/);
  const line = JSON.parse(lines.find((one) => one.includes('delivery_failed')) ?? '{}');
  expect(line).toMatchObject({ correlation: TRACE.slice(3, 35), dead: true, channel: 'test' });
});

test('a message that waits for another turn, and one that comes twice, are counted', async () => {
  let answer: (text: string) => void = () => {};
  const { metrics } = await watched({
    lookUp: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  await under.runtime.accept(anUtterance('m1', 'look it up'));
  await under.runtime.accept(anUtterance('m2', 'again'));
  await under.runtime.accept(anUtterance('m2', 'again'));
  while (!(await metrics()).includes('stage="understand"} 1')) await new Promise((resolve) => setTimeout(resolve, 5));
  answer('it');
  await under.settle();
  const text = await metrics();
  expect(text).toContain('omotenashi_lease_waits_total 1');
  expect(text).toContain('omotenashi_events_total{outcome="duplicate",channel="test"} 1');
});
