import { setTimeout as pause } from 'node:timers/promises';
import { bringIn } from './begin.ts';
import type { Context, RepairCounts } from './context.ts';
import { repair } from './repairs.ts';
import { noteLoss, offerTaken } from './taken-events.ts';

/** Offers what this process knows, commits first. Rejects where Redis went away again: when it is back, everything is offered again. */
async function offerAll(context: Context): Promise<RepairCounts> {
  noteLoss(context);
  const counts = await repair(context);
  await offerTaken(context, (taken) => bringIn(context, taken));
  return counts;
}

/**
 * Redis answers again after it did not: what this process knows of the last seconds is offered.
 * @param holdsMs for so long at least nothing new begins, since the connection is another and may lead to another master, or to one that
 *   lost its last second; 0: it is the same, and all goes on meanwhile
 */
export function settle(context: Context, holdsMs: number, onRepair: (counts: RepairCounts) => void): void {
  const { known } = context;
  // What is offered may have to wait for its own answers: each such wait must not begin it all anew.
  if (holdsMs === 0 && known.offering) return;
  const offering: Promise<void> = offerAll(context)
    .then(onRepair)
    .catch(() => undefined)
    .finally(() => {
      if (known.offering === offering) known.offering = undefined;
    });
  known.offering = offering;
  if (holdsMs === 0) return;
  const settling: Promise<void> = Promise.all([offering, pause(holdsMs, undefined, { ref: false })]).then(() => {
    if (known.settling === settling) known.settling = undefined;
  });
  known.settling = settling;
}
