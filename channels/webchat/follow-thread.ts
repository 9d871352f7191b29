import type { EventStream } from '../http-route.ts';
import type { ThreadLine, ThreadLog } from './thread-log.ts';
import { isTyping } from './typing.ts';

const BATCH = 100;

export interface Following {
  readonly thread: string;
  /** The last number that was seen. */
  readonly after: number;
  /** Somebody begins or ends typing, as another process sees it. */
  readonly showTyping: (on: boolean) => void;
}

/**
 * Writes everything of a thread after number `after` to the stream, and then whatever comes, each once and in order. A reader that
 * lags is let go: it comes again with the last number it saw.
 */
export function followThread(log: ThreadLog, { thread, after, showTyping }: Following, stream: EventStream): void {
  let last = after;
  let reading = false;
  let again = false;
  let closed = false;
  const show = ({ seq, kind, body }: ThreadLine): void => {
    stream.write({ id: seq, event: kind, data: body });
    last = seq;
  };
  const readOn = async (): Promise<void> => {
    for (;;) {
      const events = await log.read(thread, last, BATCH);
      for (const event of events) {
        if (closed) return;
        show(event);
      }
      if (stream.lagging) stream.close();
      if (closed || (events.length < BATCH && !again)) return;
      again = false;
    }
  };
  const wake = (): void => {
    again = true;
    if (reading || closed) return;
    reading = true;
    again = false;
    readOn()
      .catch(() => stream.close())
      .finally(() => {
        reading = false;
        if (again) wake();
      });
  };
  const onAppend = (line?: ThreadLine): void => {
    // The very next line needs no reading; after a gap, or while older ones are being read, the log decides.
    if (line?.seq !== last + 1 || reading || closed) return wake();
    show(line);
    if (stream.lagging) stream.close();
  };
  const stop = log.follow(thread, onAppend, (signal) => {
    const on = isTyping(signal);
    if (on !== undefined && !closed) showTyping(on);
  });
  stream.onClose(() => {
    closed = true;
    stop();
  });
  wake();
}
