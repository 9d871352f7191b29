import type { ArchiveRecord } from '../../integrations/records/records.ts';
import { inSpan } from '../../integrations/telemetry/in-span.ts';
import { keepRevision } from '../books/keep-revision.ts';
import type { RuntimeParts } from '../parts.ts';
import { standInRecord } from './stand-in-record.ts';

type Parts = Pick<RuntimeParts, 'store' | 'records' | 'telemetry' | 'clock' | 'book'>;

const AT_ONCE = 200;
const WORTH_A_CALL = AT_ONCE / 2;
const LONGEST_MS = 15_000;

/**
 * Carries what waits for the archive over to it, oldest first, until nothing is left. A record that was written but not yet ticked off
 * is written again: it has an id. While the archive is away everything waits, and it is asked ever less often. A record that it refuses
 * while it takes others is laid aside in its own place, so that it keeps none back.
 * @returns call it whenever there may be something; it never rejects. `all` false: a small rest may stay for the next call, which costs
 *   less than being asked after each record
 */
export function createRecordsWriter(parts: Parts): (all?: boolean) => Promise<void> {
  const { store, telemetry, clock } = parts;
  const revision = keepRevision(parts);
  let failures = 0;
  let again = 0;
  return async (all = true) => {
    if (clock() < again) return;
    try {
      await revision();
      for (;;) {
        const waiting = await store.claimRecords(AT_ONCE);
        if (waiting.length === 0) break;
        // The body of a record entry is the record that `handle-turn` put there.
        const batch = waiting.map((entry) => entry.body as unknown as ArchiveRecord);
        await inSpan(telemetry, 'archive', { records: batch.length }, async () => {
          await writeBatch(parts, batch);
          await store.ackRecords(waiting.map((entry) => entry.id));
        });
        if (!all && waiting.length < WORTH_A_CALL) break;
      }
      if (failures > 0) telemetry.info('records_go_on', { failures });
      failures = 0;
    } catch (fault) {
      failures += 1;
      telemetry.count?.('retries', { what: 'archive' });
      const afterMs = Math.min(LONGEST_MS, 500 * 2 ** Math.min(failures, 10));
      again = clock() + afterMs;
      telemetry.warn('records_wait', { failures, afterMs }, fault);
    }
  };
}

/** Throws when the archive is away. */
async function writeBatch(parts: Parts, batch: readonly ArchiveRecord[]): Promise<void> {
  try {
    await parts.records.write(batch);
  } catch {
    // It answers questions, so it is there: one of these records is at fault, or it was a moment's weakness.
    await parts.records.find({ limit: 1 });
    for (const record of batch) await writeOne(parts, record);
  }
}

async function writeOne({ records, telemetry, clock }: Parts, record: ArchiveRecord): Promise<void> {
  const write = () => records.write([record]);
  try {
    await write().catch(write);
  } catch (fault) {
    // An archive that refuses this as well takes nothing at present.
    await records.write([standInRecord(record, fault, clock())]);
    telemetry.error('record_refused', { kind: String(record.kind) }, fault);
  }
}
