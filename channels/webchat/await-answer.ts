import type { ThreadLine, ThreadLog } from './thread-log.ts';

export interface Question {
  readonly thread: string;
  /** The number of the line that is to be answered. */
  readonly seq: number;
}

const BATCH = 100;

const isAnswer = ({ kind, body }: ThreadLine): boolean =>
  kind === 'message' && typeof body === 'object' && body !== null && 'from' in body && body['from'] !== 'customer';

/** Resolves when the thread shows an answer, whoever wrote it, or after `withinMs`. Where the log cannot be read, nothing is waited for. */
export function awaitAnswer(
  log: Pick<ThreadLog, 'follow' | 'read'>,
  { thread, seq }: Question,
  withinMs: number,
): Promise<void> {
  return new Promise((resolve) => {
    let after = seq;
    let looking = Promise.resolve();
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const look = async (): Promise<void> => {
      for (;;) {
        const lines = await log.read(thread, after, BATCH);
        if (lines.some(isAnswer)) return end();
        after = lines.at(-1)?.seq ?? after;
        if (lines.length < BATCH) return;
      }
    };
    const wake = (): void => {
      looking = looking.then(look).catch(end);
    };
    const timer = setTimeout(end, withinMs);
    timer.unref();
    const stop = log.follow(thread, wake);
    wake();
  });
}
