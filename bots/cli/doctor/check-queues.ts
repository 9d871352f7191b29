import type { QueueDepths } from '../../../integrations/conversation-store/conversation-store.ts';
import { type Finding, tellOf } from './finding.ts';

const { ok, warning } = tellOf('queues');
const MANY = { inbox: 50, outbox: 50, records: 1000 };

/** Does something wait that should long be done? */
export function checkQueues({ inbox, outbox, records, deadLetters }: QueueDepths): readonly Finding[] {
  const letters = deadLetters === 1 ? '1 dead letter: something' : `${deadLetters} dead letters: things`;
  const found = [
    ...(inbox > MANY.inbox
      ? [
          warning(
            `${inbox} conversations wait for an answer.`,
            'Is a bot running? If it is, start more processes, or see in the metrics which stage is slow.',
          ),
        ]
      : []),
    ...(outbox > MANY.outbox
      ? [
          warning(
            `${outbox} conversations have answers that are not sent.`,
            'Search the log for delivery_failed: it names the channel.',
          ),
        ]
      : []),
    ...(records > MANY.records
      ? [
          warning(
            `${records} records wait for the archive.`,
            'Is the archive reached? The log says records_wait, and why.',
          ),
        ]
      : []),
    ...(deadLetters > 0
      ? [warning(`${letters} that could not be done.`, 'Read and replay: npx omotenashi letters')]
      : []),
  ];
  return found.length > 0
    ? found
    : [ok(`Nothing waits too long (inbox ${inbox}, outbox ${outbox}, records ${records}, dead letters 0).`)];
}
