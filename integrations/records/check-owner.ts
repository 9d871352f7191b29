import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { RecordOwner } from './records.ts';

/**
 * Looks at whose records are to be taken away: nothing said must never mean everybody's.
 * @throws CatalogueError `record_invalid`
 */
export function checkOwner(of: RecordOwner): void {
  const owner: unknown = 'conversationId' in of ? of.conversationId : of.customerId;
  if (typeof owner !== 'string' || owner === '')
    throw new CatalogueError('record_invalid', 'Whose records: nobody is named.');
}
