import { pino } from 'pino';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { TracedLog } from '../compose-telemetry.ts';
import type { Facts } from '../telemetry.ts';
import { correlationOf } from '../trace-parent.ts';

export interface PinoTelemetryConfig {
  /** `debug` also tells the messages of foreign faults, which may quote what a customer wrote: for development alone. */
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Masks what may be personal in a text: the last net below everything that is logged. */
  readonly mask: (text: string) => string;
  /** Where the lines go; standard error by default, so that standard output stays free for what a command prints. */
  readonly write?: (line: string) => void;
}

/**
 * JSON lines by pino. Every text passes the mask; of a fault only its kind, its code and where it happened are told, and the message
 * where it is one of ours.
 */
export function createPinoTelemetry({ level, mask, write }: PinoTelemetryConfig): TracedLog {
  const destination = write ? { write } : pino.destination({ fd: 2, sync: true });
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' }, destination);
  const describe = (fault: unknown) => describeFault(fault, { mask, foreign: level === 'debug' });
  const clean = (facts: Facts): Facts =>
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? mask(value) : value]),
    );
  const within = (trace: string | undefined) => {
    const correlation = correlationOf(trace);
    const line = (facts: Facts | undefined, fault: unknown) => ({
      ...(correlation === undefined ? {} : { correlation }),
      ...clean(facts ?? {}),
      ...(fault === undefined ? {} : { fault: describe(fault) }),
    });
    const told = (wanted: 'debug' | 'info' | 'warn' | 'error') => log.isLevelEnabled(wanted);
    return {
      debug: (event: string, facts?: Facts) => told('debug') && log.debug(line(facts, undefined), event),
      info: (event: string, facts?: Facts) => told('info') && log.info(line(facts, undefined), event),
      warn: (event: string, facts?: Facts, fault?: unknown) => told('warn') && log.warn(line(facts, fault), event),
      error: (event: string, facts?: Facts, fault?: unknown) => told('error') && log.error(line(facts, fault), event),
    };
  };
  return { ...within(undefined), within };
}

interface FaultLine {
  readonly name: string;
  readonly code?: string;
  readonly detail?: string;
  readonly at: readonly string[];
  readonly cause?: FaultLine;
}

interface Telling {
  readonly mask: (text: string) => string;
  /** Tell the messages of faults that are not of our catalogue too. */
  readonly foreign: boolean;
}

function describeFault(fault: unknown, telling: Telling, depth = 0): FaultLine {
  if (!(fault instanceof Error)) return { name: typeof fault, at: [] };
  const { mask } = telling;
  const ours = fault instanceof CatalogueError;
  const code = ours ? fault.entry.code : 'code' in fault ? String(fault.code) : undefined;
  const frames = (fault.stack ?? '').split('\n').filter((text) => /^\s+at /.test(text));
  return {
    name: mask(fault.name),
    ...(code === undefined ? {} : { code: mask(code) }),
    // No mask knows every name and every street: a message that others wrote may quote a customer, and where it was thrown says enough.
    ...(ours || telling.foreign ? { detail: mask(fault.message).slice(0, 300) } : {}),
    at: frames.slice(0, 6).map((text) => text.trim()),
    ...(fault.cause === undefined || depth > 2 ? {} : { cause: describeFault(fault.cause, telling, depth + 1) }),
  };
}
