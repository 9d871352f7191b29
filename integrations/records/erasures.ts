import { createHash } from 'node:crypto';
import type { ArchiveRecord, RecordOwner } from './records.ts';

/** All records of an owner up to an instant are to go, and stay away. */
export interface Erasure {
  readonly of: RecordOwner;
  /** Instant. */
  readonly until: string;
}

/** What an archive keeps of an owner whose records went: nothing that tells who it was. */
export const markOf = (of: RecordOwner): string =>
  createHash('sha256')
    .update('conversationId' in of ? `conversation\n${of.conversationId}` : `customer\n${of.customerId}`)
    .digest('base64url');

export const isErasure = ({ kind }: ArchiveRecord): boolean => kind === 'erasure';

/** Whose records these are. */
export function ownersOf(records: readonly ArchiveRecord[]): readonly RecordOwner[] {
  const owners = new Map<string, RecordOwner>();
  for (const { conversationId, customerId } of records) {
    if (conversationId !== undefined) owners.set(`conversation ${conversationId}`, { conversationId });
    if (customerId !== undefined) owners.set(`customer ${customerId}`, { customerId });
  }
  return [...owners.values()];
}

/** What the erasures among these records ask for. */
export const erasuresIn = (records: readonly ArchiveRecord[]): readonly Erasure[] =>
  records.filter(isErasure).flatMap((record) => ownersOf([record]).map((of) => ({ of, until: record.at })));
