import type { CounterName, GaugeName, LabelsOf } from './metrics.ts';

/** What a log line or a span tells besides its name: short, and never anything of a customer's. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Log lines: a fixed name and a few facts. */
export interface Log {
  debug(event: string, facts?: Facts): void;
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts, fault?: unknown): void;
  error(event: string, facts?: Facts, fault?: unknown): void;
}

/** The stages of an event on its way from the platform to the answer. */
export type SpanName = 'request' | 'begin' | 'turn' | 'understand' | 'action' | 'commit' | 'deliver' | 'archive';

/** W3C `traceparent`: `00-<32 hex digits: the trace>-<16: the span>-<flags>`. The trace is the correlation id. */
export type TraceParent = string;

/** What belongs together, over processes and crashes. Without a member nothing is done, and nothing is paid. */
export interface Spans<Inside> {
  /** Where we are; absent before anything began. */
  readonly trace?: TraceParent;
  /** The same telemetry, going on with that trace; `undefined`, or what is no traceparent, belongs to none. */
  within?(trace: TraceParent | undefined): Inside;
  /** Times the work as a span below where we are. Call it by `inSpan`, which does without. */
  span?<Result>(name: SpanName, facts: Facts, work: (inside: Inside) => Promise<Result>): Promise<Result>;
  /** Adds facts to the span that we are in. */
  note?(facts: Facts): void;
}

/** Numbers (`metrics.ts`). Call them with `?.`: where nobody counts, not even the labels are made. */
export interface Meters {
  count?<Name extends CounterName>(name: Name, labels: LabelsOf<Name>, by?: number): void;
  gauge?<Name extends GaugeName>(name: Name, labels: LabelsOf<Name>, value: number): void;
}

/**
 * THE SOCKET of what is seen from outside. Customers' words, names and numbers never go in.
 * @example
 * const here = telemetry.within?.(event.trace) ?? telemetry;
 * await inSpan(here, 'deliver', { channel: 'webchat' }, async (inside) => {
 *   inside.count?.('deliveries', { outcome: 'retry', channel: 'webchat' });
 *   inside.warn('delivery_retried', { channel: 'webchat', attempts: 3 });
 * });
 */
export interface Telemetry extends Log, Spans<Telemetry>, Meters {}

/** A plug that writes no lines: spans, numbers, or both. */
export interface TelemetryPlug extends Spans<TelemetryPlug>, Meters {}
