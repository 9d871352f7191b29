import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import type { ArchiveRecord } from '../../integrations/records/records.ts';
import { instantOf } from '../clock.ts';
import type { RuntimeParts } from '../parts.ts';

/**
 * Tells the archive which dialogs are in use, once for each revision: which flows it has, in which versions. Rejects while the archive
 * is away; call it again.
 * @returns call it now and then
 */
export function keepRevision({
  book,
  records,
  clock,
}: Pick<RuntimeParts, 'book' | 'records' | 'clock'>): () => Promise<void> {
  let kept: string | undefined;
  return async () => {
    const { book: current } = book.current();
    if (current.revision === kept) return;
    await records.write([recordOf(current, clock())]);
    kept = current.revision;
  };
}

const recordOf = ({ revision, flows }: FlowBook, now: number): ArchiveRecord => ({
  // Whoever uses it first writes it; everybody else's is the same record.
  id: `revision:${revision}`,
  kind: 'revision',
  at: instantOf(now),
  outcome: 'loaded',
  body: {
    revision,
    flows: Object.fromEntries(Object.entries(flows).map(([id, flow]) => [id, flow.version ?? null])),
  },
});
