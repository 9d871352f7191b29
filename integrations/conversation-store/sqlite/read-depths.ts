import type Database from 'libsql';
import type { QueueDepths } from '../conversation-store.ts';

const DEPTHS = `
  SELECT (SELECT count(DISTINCT cid) FROM inbox) AS inbox, (SELECT count(DISTINCT cid) FROM outbox) AS outbox,
    (SELECT count(*) FROM records_outbox) AS records, (SELECT count(*) FROM dead_letters) AS deadLetters`;

/** What waits in the embedded store. Writes nothing: also for whoever looks at the file of a running bot. */
export function readDepths(database: Database.Database): QueueDepths {
  const [row] = database.prepare(DEPTHS).all();
  // The row is what the query says.
  return row as QueueDepths;
}
