import { createHash } from 'node:crypto';
import { type ArchiveRecord, RECORD_KINDS } from '../../integrations/records/records.ts';
import { instantOf } from '../clock.ts';

/** Every archive takes a text of this length. */
const LONGEST_TEXT = 1_000_000;
const LONGEST_WORD = 200;

/**
 * What is kept of a record that the archive refuses: the reason, and the record as text, under an id made of it, so that it stays one
 * however often it is made. It goes with its conversation and its customer.
 * @param now milliseconds since 1970
 */
export function standInRecord(record: ArchiveRecord, fault: unknown, now: number): ArchiveRecord {
  const text = JSON.stringify(record);
  const { conversationId, customerId } = record;
  return {
    id: `refused.${createHash('sha256').update(text).digest('hex')}`,
    kind: 'audit',
    at: instantOf(now),
    ...(isWord(conversationId) ? { conversationId } : {}),
    ...(isWord(customerId) ? { customerId } : {}),
    outcome: 'refused',
    body: {
      what: 'record_refused',
      kind: RECORD_KINDS.includes(record.kind) ? record.kind : 'unknown',
      why: (fault instanceof Error ? fault.message : String(fault)).slice(0, LONGEST_WORD),
      record: text.slice(0, LONGEST_TEXT),
    },
  };
}

const isWord = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_WORD && !value.includes('\0');
