import { composeTelemetry } from '../../../../integrations/telemetry/compose-telemetry.ts';
import { inSpan } from '../../../../integrations/telemetry/in-span.ts';
import { createPinoTelemetry } from '../../../../integrations/telemetry/pino/index.ts';
import { createPrometheus } from '../../../../integrations/telemetry/prometheus/index.ts';
import type { Telemetry, TelemetryPlug } from '../../../../integrations/telemetry/telemetry.ts';
import {
  correlationOf,
  newTraceParent,
  readTraceParent,
  writeTraceParent,
} from '../../../../integrations/telemetry/trace-parent.ts';

const TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

function logging() {
  const lines: string[] = [];
  const log = createPinoTelemetry({ level: 'info', mask: (text) => text, write: (line) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') };
}

/** A tracer of a few lines: each span one deeper. */
function tracing() {
  const spans: { name: string; facts: object; parent: string | undefined; failed: boolean }[] = [];
  const at = (trace: string | undefined): TelemetryPlug => ({
    ...(trace === undefined ? {} : { trace }),
    within: at,
    span: async (name, facts, work) => {
      const kept = { name, facts: { ...facts }, parent: readTraceParent(trace)?.spanId, failed: false };
      spans.push(kept);
      const traceId = correlationOf(trace) ?? 'a'.repeat(32);
      try {
        return await work(at(writeTraceParent({ traceId, spanId: String(spans.length).padStart(16, '0'), flags: 1 })));
      } catch (fault) {
        kept.failed = true;
        throw fault;
      }
    },
  });
  return { spans, plug: at(undefined) };
}

describe('traceparent', () => {
  test('is read, and written as it was', () => {
    const parts = readTraceParent(TRACE);
    expect(parts).toEqual({ traceId: TRACE.slice(3, 35), spanId: TRACE.slice(36, 52), flags: 1 });
    expect(parts && writeTraceParent(parts)).toBe(TRACE);
  });

  test('of a later version is read by its first fields', () => {
    expect(readTraceParent(`cc${TRACE.slice(2)}-what-comes`)?.traceId).toBe(TRACE.slice(3, 35));
  });

  test.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['words', 'hello'],
    ['capitals', TRACE.toUpperCase()],
    ['a trace of zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['a span of zeros', `00-${'a'.repeat(32)}-${'0'.repeat(16)}-01`],
    ['the forbidden version', `ff${TRACE.slice(2)}`],
    ['a tail without a dash', `${TRACE}extra`],
    ['a line break', `${TRACE}\n00`],
    ['far too much', `${TRACE}-${'x'.repeat(10_000)}`],
  ])('is none where it is %s', (_, text) => {
    expect(readTraceParent(text)).toBeUndefined();
  });

  test('that is new never comes twice, and asks for no record', () => {
    const made = Array.from({ length: 100 }, newTraceParent);
    expect(new Set(made.map(correlationOf)).size).toBe(100);
    expect(made.every((text) => readTraceParent(text)?.flags === 0)).toBe(true);
  });
});

describe('telemetry of many plugs', () => {
  test('writes the correlation id into each line of a trace', () => {
    const { log, last } = logging();
    const telemetry = composeTelemetry(log, []);
    telemetry.within?.(TRACE).warn('delivery_failed', { attempts: 2 });
    expect(last()).toMatchObject({ event: 'delivery_failed', attempts: 2, correlation: TRACE.slice(3, 35) });
    telemetry.info('dialogs_loaded');
    expect(last().correlation).toBeUndefined();
  });

  test('gives whatever happens in a span a trace, also where nobody records any', async () => {
    const { log, last } = logging();
    const telemetry = composeTelemetry(log, []);
    const trace = await inSpan(telemetry, 'turn', {}, async (outer) => {
      const deeper = await inSpan(outer, 'commit', {}, async (inner) => inner.trace);
      expect(deeper).toBe(outer.trace);
      outer.error('odd');
      return outer.trace;
    });
    expect(last().correlation).toBe(correlationOf(trace));
    expect(correlationOf(trace)).toMatch(/^[0-9a-f]{32}$/);
  });

  test('hangs a span below the trace that it goes on with, and the next below that', async () => {
    const { spans, plug } = tracing();
    const telemetry = composeTelemetry(logging().log, [createPrometheus().plug, plug]);
    await inSpan(telemetry.within?.(TRACE) ?? telemetry, 'turn', { channel: 'webchat' }, (inside) =>
      inSpan(inside, 'commit', {}, async () => undefined),
    );
    expect(spans).toMatchObject([
      { name: 'turn', facts: { channel: 'webchat' }, parent: TRACE.slice(36, 52) },
      { name: 'commit', parent: '0000000000000001' },
    ]);
  });

  test('begins a trace anew where what came is no traceparent', async () => {
    const { spans, plug } = tracing();
    const telemetry = composeTelemetry(logging().log, [plug]);
    await inSpan(telemetry.within?.('nonsense') ?? telemetry, 'begin', {}, async () => undefined);
    expect(spans[0]?.parent).toBeUndefined();
  });

  test('passes a fault on through all spans', async () => {
    const { spans, plug } = tracing();
    const telemetry = composeTelemetry(logging().log, [plug, createPrometheus().plug]);
    const broken = inSpan(telemetry, 'turn', {}, async () => {
      throw new Error('it broke');
    });
    await expect(broken).rejects.toThrow('it broke');
    expect(spans[0]?.failed).toBe(true);
  });

  test('does the work as it is where there is a log and nothing else', async () => {
    const plain: Telemetry = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    await expect(inSpan(plain, 'turn', {}, async (inside) => inside === plain)).resolves.toBe(true);
  });
});

describe('Prometheus', () => {
  test('counts, gauges and times what happens', async () => {
    const { plug, read, mediaType } = createPrometheus();
    plug.count?.('turns', { outcome: 'done', channel: 'webchat' });
    plug.count?.('turns', { outcome: 'done', channel: 'webchat' }, 2);
    plug.gauge?.('queue_depth', { queue: 'outbox' }, 7);
    await plug.span?.('turn', { channel: 'webchat' }, async () => undefined);
    const text = await read();
    expect(text).toContain('omotenashi_turns_total{outcome="done",channel="webchat"} 3');
    expect(text).toContain('omotenashi_queue_depth{queue="outbox"} 7');
    expect(text).toContain('omotenashi_turn_seconds_count{channel="webchat"} 1');
    expect(text).toContain('omotenashi_stage_seconds_count{stage="turn"} 1');
    expect(mediaType).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  test('begins at 0 what an alert waits for', async () => {
    const text = await createPrometheus().read();
    for (const line of [
      'dead_letters_total{kind="turn"} 0',
      'retries_total{what="delivery"} 0',
      'fenced_total 0',
      'unrepairable_total 0',
    ]) {
      expect(text).toContain(`omotenashi_${line}`);
    }
  });

  test('keeps the number of series bounded, whatever comes as a label', async () => {
    const { plug, read } = createPrometheus();
    for (let n = 0; n < 1000; n++) plug.count?.('actions', { action: `action_${n}`, outcome: 'ok' });
    const series = (await read()).split('\n').filter((line) => line.startsWith('omotenashi_actions_total{'));
    expect(series.length).toBe(65);
    expect(series.at(-1)).toBe('omotenashi_actions_total{action="other",outcome="ok"} 936');
  });
});
