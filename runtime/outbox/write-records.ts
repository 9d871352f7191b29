import type { ArchiveRecord } from '../../integrations/records/records.ts';
import { inSpan } from '../../integrations/telemetry/in-span.ts';
import type { RuntimeParts } from '../parts.ts';

const AT_ONCE = 200;

/** Carries what waits for the archive over to it. A record that was written but not yet ticked off is written again: it has an id. */
export async function writeRecords(parts: Pick<RuntimeParts, 'store' | 'records' | 'telemetry'>): Promise<void> {
  const { store, records, telemetry } = parts;
  for (;;) {
    const waiting = await store.claimRecords(AT_ONCE);
    if (waiting.length === 0) return;
    await inSpan(telemetry, 'archive', { records: waiting.length }, async () => {
      // The body of a record entry is the record that `handle-turn` put there.
      await records.write(waiting.map((entry) => entry.body as unknown as ArchiveRecord));
      await store.ackRecords(waiting.map((entry) => entry.id));
    });
  }
}
