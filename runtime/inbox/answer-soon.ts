import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import { meetDeadline } from '../turn/meet-deadline.ts';

/** Whoever is there hears within a second that the store hangs, in milliseconds. */
const ANSWER_MS = 900;

/**
 * Waits for the store, but no longer than a person or a platform would: then whoever sent something is told to send it again. What was begun
 * goes on, so that a lost answer is still asked for, and what was kept after all is known when it comes again.
 * @throws CatalogueError `store_unavailable`
 */
export async function answerSoon<Result>(work: Promise<Result>, onLate: (fault: unknown) => void): Promise<Result> {
  const waited = await meetDeadline(work, ANSWER_MS);
  // Where this process itself was too busy to listen, the answer may lie there already.
  const done = waited === 'late' ? await Promise.race([work, nextRound()]) : waited;
  if (done !== 'late') return done;
  work.catch(onLate);
  throw new CatalogueError('store_unavailable', undefined, { retryAfter: 1 });
}

const nextRound = (): Promise<'late'> =>
  new Promise((resolve) => {
    setImmediate(() => setImmediate(() => resolve('late')));
  });
