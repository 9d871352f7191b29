import type { ChatApi } from './create-api.ts';
import type { PassKeeper } from './create-pass-keeper.ts';
import { HttpFault } from './http-fault.ts';
import { readEventStream, type StreamEvent } from './read-event-stream.ts';
import { waitOrWake } from './wait-or-wake.ts';

/** Where the stream was left: survives from one line to the next. */
export interface Cursor {
  last: string;
}

export interface Follower {
  readonly cursor: Cursor;
  readonly onEvent: (event: StreamEvent) => void;
  readonly onState: (online: boolean) => void;
  /** The server no longer knows the conversation. */
  readonly onLost: () => void;
}

/** A server sends at least a comment every 25 s; longer silence is a dead line. */
const SILENCE_MS = 60_000;
const LONGEST_WAIT_MS = 5_000;

/**
 * Holds the event stream open until `signal` aborts: resumes after the last event seen, with back-off,
 * and at once when the network or the tab comes back.
 */
export async function followEvents(api: ChatApi, passes: PassKeeper, to: Follower, signal: AbortSignal): Promise<void> {
  const { cursor } = to;
  let failures = 0;
  let refused = false;
  while (!signal.aborted) {
    const line = new AbortController();
    const cut = () => line.abort();
    let silence = setTimeout(cut, SILENCE_MS);
    signal.addEventListener('abort', cut);
    try {
      const session = await (refused ? passes.renew() : passes.ready());
      const body = await api.events(session.id, session.token, cursor.last, line.signal);
      to.onState(true);
      failures = 0;
      refused = false;
      await readEventStream(
        body,
        (event) => {
          if (signal.aborted) return;
          cursor.last = event.id ?? cursor.last;
          to.onEvent(event);
        },
        () => {
          clearTimeout(silence);
          silence = setTimeout(cut, SILENCE_MS);
        },
      );
    } catch (fault) {
      const status = fault instanceof HttpFault ? fault.status : 0;
      if (status === 404 || status === 410 || (refused && (status === 401 || status === 403))) return to.onLost();
      refused = status === 401 || status === 403;
      failures++;
    } finally {
      clearTimeout(silence);
      signal.removeEventListener('abort', cut);
    }
    if (signal.aborted) return;
    to.onState(false);
    if (!refused) await waitOrWake(Math.min(LONGEST_WAIT_MS, 400 * 2 ** failures) * (0.5 + Math.random() / 2), signal);
  }
}
