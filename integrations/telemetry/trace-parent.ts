import { randomUUID } from 'node:crypto';
import type { TraceParent } from './telemetry.ts';

const FORM = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;

export interface TraceParts {
  readonly traceId: string;
  readonly spanId: string;
  readonly flags: number;
}

/** `undefined` for what is no traceparent: such a header is as if it were not there (W3C Trace Context). */
export function readTraceParent(text: string | undefined): TraceParts | undefined {
  const [, traceId, spanId, flags] = (text !== undefined && text.length < 256 && FORM.exec(text)) || [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, flags: Number.parseInt(flags, 16) & 1 };
}

export const writeTraceParent = ({ traceId, spanId, flags }: TraceParts): TraceParent =>
  `00-${traceId}-${spanId}-0${flags & 1}`;

/** The id by which an event is found again in logs, traces and the answers to its sender. */
export const correlationOf = (trace: TraceParent | undefined): string | undefined => readTraceParent(trace)?.traceId;

/** A trace that nobody records: its id still ties the lines of the log together. */
export function newTraceParent(): TraceParent {
  // Node keeps random bytes for these in stock; of the second, the ends are random.
  const span = randomUUID();
  return `00-${randomUUID().replaceAll('-', '')}-${span.slice(0, 8)}${span.slice(28)}-00`;
}
