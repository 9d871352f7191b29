import type { ServerResponse } from 'node:http';
import type { EventStream } from '../../channels/http-route.ts';

const KEEP_ALIVE_MS = 15_000;
const LAG_BYTES = 1_000_000;
/** How long a reader waits before it comes again, unless it knows better. */
const RETRY_MS = 1000;

/** Streams that are open now, each with how to send its reader elsewhere. */
export type OpenStreams = Set<() => void>;

/** A reader that was told so comes again after this time: to another process, or to this one started anew. */
const RECONNECT_MS = 200;

/** Opens server-sent events on a response; a comment now and then keeps proxies from closing it. */
export function openEventStream(response: ServerResponse, open: OpenStreams): EventStream {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    Connection: 'keep-alive',
    'X-Accel-Buffering': 'no',
  });
  response.write(`retry: ${RETRY_MS}\n\n`);
  const keepAlive = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
  let gathered = '';
  const flush = (): void => {
    if (gathered !== '' && !response.writableEnded) response.write(gathered);
    gathered = '';
  };
  /** What is written in one round of the event loop goes out in one piece. */
  const write = (text: string): void => {
    if (gathered === '') setImmediate(flush);
    gathered += text;
  };
  const sendElsewhere = (): void => {
    flush();
    response.end(`retry: ${RECONNECT_MS}\nevent: reconnect\ndata: {}\n\n`);
  };
  open.add(sendElsewhere);
  const ends: (() => void)[] = [() => clearInterval(keepAlive), () => open.delete(sendElsewhere)];
  response.on('error', () => response.destroy());
  response.on('close', () => {
    for (const end of ends.splice(0)) end();
  });
  return {
    write({ id, event, data }) {
      if (response.writableEnded || response.destroyed) return;
      write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    get lagging() {
      return response.writableLength + gathered.length > LAG_BYTES;
    },
    onClose: (then) => ends.push(then),
    close: () => {
      flush();
      response.end();
    },
  };
}
