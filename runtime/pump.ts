import type { Telemetry } from '../integrations/telemetry/telemetry.ts';

export interface Pump {
  /** There may be work: look now. */
  wake(): void;
  /** Runs once more and waits for it. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** Does a piece of work whenever it is woken and every so often besides, never twice at once. */
export function createPump(name: string, everyMs: number, work: () => Promise<void>, telemetry: Telemetry): Pump {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await work().catch((fault: unknown) => telemetry.error('pump_failed', { pump: name }, fault));
    } while (again && !stopped);
    running = undefined;
  };
  const wake = (): void => {
    again = true;
    if (!stopped) running ??= run();
  };
  const timer = setInterval(wake, everyMs);
  return {
    wake,
    drain: async () => {
      wake();
      await running;
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
      await work().catch((fault: unknown) => telemetry.error('pump_failed', { pump: name }, fault));
    },
  };
}
