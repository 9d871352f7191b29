import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCompanyCalls } from '../../../integrations/demo-world/answer-company-calls.ts';
import type { DemoWorld } from '../../../integrations/demo-world/create-demo-world.ts';

export interface ServedCompany {
  readonly url: string;
  /** Every request that came in: method, path, headers. */
  readonly requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
  /** Answers the next requests instead of the company. */
  readonly instead: ((request: IncomingMessage, response: ServerResponse) => void)[];
  close(): Promise<void>;
}

/** A company's REST system that speaks as our OpenAPI document says, over real HTTP, with the demo world behind it. */
export async function serveCompany(world: DemoWorld): Promise<ServedCompany> {
  const answer = answerCompanyCalls(world);
  const requests: ServedCompany['requests'] = [];
  const instead: ServedCompany['instead'] = [];
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    const other = instead.shift();
    if (other) return other(request, response);
    const idempotencyKey = request.headers['idempotency-key'];
    const reply = await answer({
      ...{ method: request.method ?? '', url: request.url ?? '/', body: body === '' ? {} : JSON.parse(body) },
      ...(typeof idempotencyKey === 'string' ? { idempotencyKey } : {}),
    });
    end(response, reply.status, reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, requests, instead, close };
}

function end(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
