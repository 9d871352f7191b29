import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import { isInstant } from './is-instant.ts';
import { type ArchiveRecord, RECORD_KINDS } from './records.ts';

/** Longer than any id that is made here; an index takes it everywhere. */
const LONGEST_WORD = 512;

/**
 * Looks at records before any is written, so that every archive refuses the same ones.
 * @throws CatalogueError `record_invalid` naming the record and its member
 */
export function checkRecords(records: readonly ArchiveRecord[]): void {
  for (const record of records) {
    const { id, kind, at, conversationId, customerId, outcome, message, body } = record;
    const faults = [
      isWord(id) ? '' : 'id',
      RECORD_KINDS.includes(kind) ? '' : 'kind',
      isInstant(at) ? '' : 'at',
      conversationId === undefined || isWord(conversationId) ? '' : 'conversationId',
      customerId === undefined || isWord(customerId) ? '' : 'customerId',
      outcome === undefined || isWord(outcome) ? '' : 'outcome',
      message === undefined || (isWord(message.channel) && isWord(message.id)) ? '' : 'message',
      kind === 'erasure' && conversationId === undefined && customerId === undefined ? 'customerId' : '',
      body === undefined ? 'body' : '',
    ].filter((fault) => fault !== '');
    if (faults.length > 0) throw new CatalogueError('record_invalid', `${String(id)}: ${faults.join(', ')}.`);
  }
}

/** Text of ours: not empty, no longer than an index takes. */
const isWord = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_WORD && !value.includes('\0');
