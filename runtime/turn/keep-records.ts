import type { ArchiveRecord } from '../../integrations/records/records.ts';
import type { RuntimeParts } from '../parts.ts';

/** What the actions of one turn have for the archive. */
export interface KeptRecords {
  readonly keep: (record: ArchiveRecord) => void;
  /** The turn is over: gives what was kept until now. */
  close(): readonly ArchiveRecord[];
}

/** Gathers records, to be committed with the turn. What an action has when its turn is over already goes to the archive by itself. */
export function keepRecords({ records, telemetry }: Pick<RuntimeParts, 'records' | 'telemetry'>): KeptRecords {
  const kept: ArchiveRecord[] = [];
  let closed = false;
  return {
    keep: (record) => {
      if (!closed) kept.push(record);
      else records.write([record]).catch((fault: unknown) => telemetry.error('late_record_lost', {}, fault));
    },
    close: () => {
      closed = true;
      return kept;
    },
  };
}
