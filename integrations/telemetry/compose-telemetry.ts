import type { Facts, Log, SpanName, Telemetry, TelemetryPlug, TraceParent } from './telemetry.ts';
import { newTraceParent, readTraceParent } from './trace-parent.ts';

/** Lines that can be written within a trace. */
export interface TracedLog extends Log {
  within(trace: TraceParent | undefined): Log;
}

type Work<Inside, Result> = (inside: Inside) => Promise<Result>;
type Numbers = Required<Pick<Telemetry, 'note' | 'count' | 'gauge'>>;

/** One telemetry of many plugs. Whatever happens inside a span has a trace, also where none of them records any. */
export function composeTelemetry(log: TracedLog, plugs: readonly TelemetryPlug[]): Telemetry {
  return at(log, plugs, undefined, numbersOf(plugs));
}

/** A turn passes through a dozen of these: what all of them share is made once. */
function at(
  log: TracedLog,
  plugs: readonly TelemetryPlug[],
  trace: TraceParent | undefined,
  numbers: Numbers,
): Telemetry {
  // made when a line is written: most turns write none
  const lines = () => (trace === undefined ? log : log.within(trace));
  const go = (inside: readonly TelemetryPlug[], into: TraceParent | undefined): Telemetry =>
    at(log, inside, into, inside === plugs ? numbers : numbersOf(inside));
  return {
    debug: (event, facts) => lines().debug(event, facts),
    info: (event, facts) => lines().info(event, facts),
    warn: (event, facts, fault) => lines().warn(event, facts, fault),
    error: (event, facts, fault) => lines().error(event, facts, fault),
    ...(trace === undefined ? {} : { trace }),
    within: (other) => {
      const known = readTraceParent(other) ? other : undefined;
      return go(
        eachOrSame(plugs, (plug) => plug.within?.(known) ?? plug),
        known,
      );
    },
    span: (name, facts, work) =>
      through(plugs, name, facts, (inside) => {
        const deepest = inside.find((plug) => plug.trace !== undefined)?.trace;
        return work(go(inside, deepest ?? trace ?? newTraceParent()));
      }),
    note: numbers.note,
    count: numbers.count,
    gauge: numbers.gauge,
  };
}

const numbersOf = (plugs: readonly TelemetryPlug[]): Numbers => ({
  note: (facts) => {
    for (const plug of plugs) plug.note?.(facts);
  },
  count: (name, labels, by) => {
    for (const plug of plugs) plug.count?.(name, labels, by);
  },
  gauge: (name, labels, value) => {
    for (const plug of plugs) plug.gauge?.(name, labels, value);
  },
});

/** The plugs themselves where none becomes another. */
function eachOrSame(
  plugs: readonly TelemetryPlug[],
  become: (plug: TelemetryPlug) => TelemetryPlug,
): readonly TelemetryPlug[] {
  const others = plugs.map(become);
  return others.every((plug, n) => plug === plugs[n]) ? plugs : others;
}

/** The work inside the spans of all plugs, one within the other. */
function through<Result>(
  plugs: readonly TelemetryPlug[],
  name: SpanName,
  facts: Facts,
  work: Work<readonly TelemetryPlug[], Result>,
): Promise<Result> {
  const enter = (from: number, inside: readonly TelemetryPlug[]): Promise<Result> => {
    const plug = inside[from];
    if (!plug) return work(inside);
    return plug.span
      ? plug.span(name, facts, (deeper) => enter(from + 1, deeper === plug ? inside : inside.with(from, deeper)))
      : enter(from + 1, inside);
  };
  return enter(0, plugs);
}
