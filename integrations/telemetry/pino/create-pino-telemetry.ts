import { pino } from 'pino';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { Facts, Telemetry } from '../telemetry.ts';

export interface PinoTelemetryConfig {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Masks what may be personal in a text: the last net below everything that is logged. */
  readonly mask: (text: string) => string;
  /** Where the lines go; standard error by default, so that standard output stays free for what a command prints. */
  readonly write?: (line: string) => void;
}

/** JSON lines by pino. Every text passes the mask; of a fault only its kind, its code and where it happened are told. */
export function createPinoTelemetry({ level, mask, write }: PinoTelemetryConfig): Telemetry {
  const destination = write ? { write } : pino.destination({ fd: 2, sync: true });
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' }, destination);
  const clean = (facts: Facts): Facts =>
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? mask(value) : value]),
    );
  const line = (facts: Facts | undefined, fault: unknown) => ({
    ...clean(facts ?? {}),
    ...(fault === undefined ? {} : { fault: describeFault(fault, mask) }),
  });
  return {
    debug: (event, facts) => log.debug(line(facts, undefined), event),
    info: (event, facts) => log.info(line(facts, undefined), event),
    warn: (event, facts, fault) => log.warn(line(facts, fault), event),
    error: (event, facts, fault) => log.error(line(facts, fault), event),
  };
}

interface FaultLine {
  readonly name: string;
  readonly code?: string;
  readonly detail?: string;
  readonly at: readonly string[];
  readonly cause?: FaultLine;
}

function describeFault(fault: unknown, mask: (text: string) => string, depth = 0): FaultLine {
  if (!(fault instanceof Error)) return { name: typeof fault, at: [] };
  const code = fault instanceof CatalogueError ? fault.entry.code : 'code' in fault ? String(fault.code) : undefined;
  const frames = (fault.stack ?? '').split('\n').filter((text) => /^\s+at /.test(text));
  return {
    name: fault.name,
    ...(code === undefined ? {} : { code: mask(code) }),
    // A message may quote what a customer wrote: it is masked, and cut.
    detail: mask(fault.message).slice(0, 300),
    at: frames.slice(0, 6).map((text) => text.trim()),
    ...(fault.cause === undefined || depth > 2 ? {} : { cause: describeFault(fault.cause, mask, depth + 1) }),
  };
}
