/** Stops calling a system that fails again and again, so that customers hear at once that it is out of reach. */
export interface Breaker {
  /** May a call be sent? After the pause one is let through to try. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
}

/**
 * @param clock milliseconds that only go forward
 * @param onChange told when it opens (true) and when it closes again
 */
export function createBreaker(
  limits: { readonly failures: number; readonly open_ms: number },
  clock: () => number,
  onChange?: (open: boolean) => void,
): Breaker {
  let failures = 0;
  let closedUntil = 0;
  return {
    allows: () => {
      if (failures < limits.failures) return true;
      if (clock() < closedUntil) return false;
      closedUntil = clock() + limits.open_ms; // one may try; the others wait for its answer
      return true;
    },
    succeeded: () => {
      if (failures >= limits.failures) onChange?.(false);
      failures = 0;
    },
    failed: () => {
      failures++;
      if (failures === limits.failures) onChange?.(true);
      if (failures >= limits.failures) closedUntil = clock() + limits.open_ms;
    },
  };
}
