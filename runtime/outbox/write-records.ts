import type { ArchiveRecord } from '../../integrations/records/records.ts';
import type { RuntimeParts } from '../parts.ts';

const AT_ONCE = 200;

/** Carries what waits for the archive over to it. A record that was written but not yet ticked off is written again: it has an id. */
export async function writeRecords({ store, records }: Pick<RuntimeParts, 'store' | 'records'>): Promise<void> {
  for (;;) {
    const waiting = await store.claimRecords(AT_ONCE);
    if (waiting.length === 0) return;
    // The body of a record entry is the record that `handle-turn` put there.
    await records.write(waiting.map((entry) => entry.body as unknown as ArchiveRecord));
    await store.ackRecords(waiting.map((entry) => entry.id));
  }
}
