import { createBreaker } from '../../company-api/create-breaker.ts';
import type { Meters } from '../../telemetry/telemetry.ts';

/** Who may ask the model now. One for all engines that ask the same endpoint. */
export interface ModelGate {
  /** Nothing: ask, it counts as asked. Else why not. */
  closed(): 'breaker' | 'budget' | undefined;
  /** It answered, whatever it said. */
  answered(): void;
  failed(): void;
}

const BREAKER = { failures: 5, open_ms: 30_000 };
const MINUTE_MS = 60_000;

/**
 * Lets through so many calls in any 60 seconds, and none for a while after several failures in a row.
 * @param clock milliseconds that only go forward
 */
export function createModelGate(
  callsPerMinute: number,
  telemetry: Meters,
  clock: () => number = () => performance.now(),
): ModelGate {
  const tell = (open: boolean) => telemetry.gauge?.('breaker_open', { system: 'language-model' }, open ? 1 : 0);
  tell(false);
  const breaker = createBreaker(BREAKER, clock, tell);
  const made: number[] = [];
  return {
    closed: () => {
      const now = clock();
      while (made[0] !== undefined && now - made[0] >= MINUTE_MS) made.shift();
      if (made.length >= callsPerMinute) return 'budget';
      // Asked last: whoever it lets through has to try.
      if (!breaker.allows()) return 'breaker';
      made.push(now);
      return undefined;
    },
    answered: breaker.succeeded,
    failed: breaker.failed,
  };
}
