import type { Facts, SpanName, Telemetry } from './telemetry.ts';

/** Does the work inside a span, or just does it where nobody looks. */
export function inSpan<Result>(
  telemetry: Telemetry,
  name: SpanName,
  facts: Facts,
  work: (inside: Telemetry) => Promise<Result>,
): Promise<Result> {
  return telemetry.span ? telemetry.span(name, facts, work) : work(telemetry);
}
