import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import { isInstant } from './is-instant.ts';
import type { RecordQuery } from './records.ts';

/**
 * Looks at a question before it is asked: a value that is no text never reaches a store, which might read it as an operator.
 * @throws CatalogueError `record_invalid` naming the members
 */
export function checkQuery(query: RecordQuery): void {
  const { kind, conversationId, customerId, outcome, message, from, to, limit, after } = query;
  const words = { kind, conversationId, customerId, outcome, channel: message?.channel, message: message?.id };
  const faults = [
    ...Object.entries(words).flatMap(([name, value]) =>
      value === undefined || typeof value === 'string' ? [] : [name],
    ),
    ...Object.entries({ from, to }).flatMap(([name, value]) => (value === undefined || isInstant(value) ? [] : [name])),
    ...(Number.isSafeInteger(limit) ? [] : ['limit']),
    ...(after === undefined || (typeof after.id === 'string' && isInstant(after.at)) ? [] : ['after']),
  ];
  if (faults.length > 0) throw new CatalogueError('record_invalid', `The question: ${faults.join(', ')}.`);
}
