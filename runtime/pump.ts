import type { Telemetry } from '../integrations/telemetry/telemetry.ts';

export interface Pump {
  /** There may be work: look soon. */
  wake(): void;
  /** Looks now, and waits until it is done. */
  drain(): Promise<void>;
  /** Looks once more, and never again. */
  stop(): Promise<void>;
}

export interface PumpConfig {
  readonly name: string;
  /** It looks so often without being woken, in milliseconds. */
  readonly everyMs: number;
  /** How long a wake may wait, so that much is done together; 0 without it. */
  readonly delayMs?: number;
  /** `all`: somebody waits until nothing is left. */
  readonly work: (all: boolean) => Promise<void>;
  readonly telemetry: Telemetry;
}

/** Does a piece of work whenever it is woken and every so often besides, never twice at once. */
export function createPump({ name, everyMs, delayMs = 0, work, telemetry }: PumpConfig): Pump {
  let running: Promise<void> | undefined;
  let delayed: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  let all = false;
  let stopped = false;
  const once = (thorough: boolean) =>
    work(thorough).catch((fault: unknown) => telemetry.error('pump_failed', { pump: name }, fault));
  const run = async (): Promise<void> => {
    do {
      const thorough = all;
      again = all = false;
      await once(thorough);
    } while (again && !stopped);
    running = undefined;
  };
  const start = (): void => {
    again = true;
    if (!stopped) running ??= run();
  };
  const startLater = (): void => {
    delayed ??= setTimeout(() => {
      delayed = undefined;
      start();
    }, delayMs);
  };
  const timer = setInterval(start, everyMs);
  return {
    wake: delayMs === 0 ? start : startLater,
    drain: async () => {
      all = true;
      start();
      await running;
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      clearTimeout(delayed);
      await running;
      await once(true);
    },
  };
}
