import type { ArchiveRecord, Records } from '../../../integrations/records/records.ts';

/** A fresh, empty archive for one test. */
export interface RecordsUnderTest {
  readonly records: Records;
  /** Another writer on the same archive, as another process has it. */
  another(): Promise<Records>;
  reopen(): Promise<Records>;
  end(): Promise<void>;
}

export interface RecordsPlug {
  readonly name: string;
  create(): Promise<RecordsUnderTest>;
}

export const aRecord = (id: string, wanted: Partial<ArchiveRecord> = {}): ArchiveRecord => ({
  id,
  kind: 'turn',
  at: `2026-11-24T09:00:${id.slice(-2).padStart(2, '0')}.000Z`,
  body: { text: id },
  ...wanted,
});

export const ids = (records: readonly ArchiveRecord[]) => records.map(({ id }) => id);
