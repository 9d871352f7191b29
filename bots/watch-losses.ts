import type { RepairCounts } from '../integrations/conversation-store/redis/index.ts';
import type { Telemetry } from '../integrations/telemetry/telemetry.ts';

export interface Losses {
  readonly onBack: () => void;
  readonly onRepair: (counts: RepairCounts) => void;
  readonly onDrop: (records: number) => void;
  /** Redis was away in the last two minutes. */
  readonly mayHaveLost: () => boolean;
}

const SUSPECT_MS = 120_000;
/** What happens at every turn is told in the log so often. */
const QUIET_MS = 10_000;

/** Tells staff what went with the store, and what came back. */
export function watchLosses(telemetry: Telemetry, steady: () => number = () => performance.now()): Losses {
  let backAt = Number.NEGATIVE_INFINITY;
  let toldAt = Number.NEGATIVE_INFINITY;
  let dropped = 0;
  return {
    onBack: () => {
      backAt = steady();
    },
    onRepair: ({ repaired, unrepairable }) => {
      if (repaired > 0) telemetry.count?.('repaired', {}, repaired);
      if (unrepairable > 0) telemetry.count?.('unrepairable', {}, unrepairable);
      const level = unrepairable > 0 ? 'error' : 'warn';
      telemetry[level]('store_lost_writes', { repaired, unrepairable });
    },
    onDrop: (records) => {
      telemetry.count?.('records_dropped', {}, records);
      dropped += records;
      if (steady() - toldAt < QUIET_MS) return;
      toldAt = steady();
      telemetry.error('records_dropped', { records: dropped });
      dropped = 0;
    },
    mayHaveLost: () => steady() - backAt < SUSPECT_MS,
  };
}
