import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** A small HTTP server on a free port; `answer` gets the whole body. */
export async function serveHttp(
  answer: (request: IncomingMessage, body: string, response: ServerResponse) => Promise<void> | void,
): Promise<Served> {
  const server = createServer({ keepAliveTimeout: 30_000 }, async (request, response) => {
    const body = await bodyOf(request);
    // Whoever asked is gone. A fault in the answer is the proof's own: it ends it.
    if (body === undefined) response.destroy();
    else await answer(request, body, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

export const endJson = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
