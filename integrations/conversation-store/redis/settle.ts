import { setTimeout as pause } from 'node:timers/promises';
import { bringIn } from './begin.ts';
import type { Context, RepairCounts } from './context.ts';
import { repair } from './repairs.ts';
import { SETTLES_MS } from './settled.ts';
import { noteLoss, offerTaken } from './taken-events.ts';

/** Offers what this process knows, commits first. Rejects where Redis went away again: when it is back, everything is offered again. */
async function offerAll(context: Context): Promise<RepairCounts> {
  noteLoss(context);
  const counts = await repair(context);
  await offerTaken(context, (taken) => bringIn(context, taken));
  return counts;
}

/** Redis did not answer for a moment, over the same connection: it is hardly another. What it may not know is offered, and all goes on. */
export function mend(context: Context, onRepair: (counts: RepairCounts) => void): void {
  void offerAll(context)
    .then(onRepair)
    .catch(() => undefined);
}

/** A connection was made anew: it may lead to another master, or to one that lost its last second. */
export function settle(context: Context, onRepair: (counts: RepairCounts) => void): void {
  const { known } = context;
  const offered = offerAll(context)
    .then(onRepair)
    .catch(() => undefined);
  const settling: Promise<void> = Promise.all([offered, pause(SETTLES_MS, undefined, { ref: false })]).then(() => {
    if (known.settling === settling) known.settling = undefined;
  });
  known.settling = settling;
}
