import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import { answerCompanyCalls, type CompanyReply } from '../integrations/demo-world/answer-company-calls.ts';
import type { DemoWorld } from '../integrations/demo-world/create-demo-world.ts';
import { parseJson } from '../runtime/http/parse-json.ts';
import { readBody } from '../runtime/http/read-body.ts';

export interface CompanyServerConfig {
  readonly world: DemoWorld;
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** What callers must show. Absent: nothing; it is this machine's alone. */
  readonly token?: string;
  /** Is told what the demo company itself did wrong; callers hear only that it broke. */
  readonly onFault: (fault: unknown) => void;
}

export interface CompanyServer {
  readonly url: string;
  close(): Promise<void>;
}

const LIMIT_BYTES = 256 * 1024;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * The demo company as a server of its own, so that many bots share one: the company API of `docs/reference/company-api.openapi.json`, and
 * its mailbox at `/mailbox.json`.
 * @throws CatalogueError `settings_invalid` when it were open to others without a token, or the port is taken
 */
export async function openCompanyServer(config: CompanyServerConfig): Promise<CompanyServer> {
  const { world, port, host, token, onFault } = config;
  if (token === undefined && !LOOPBACK.has(host))
    throw new CatalogueError('settings_invalid', 'DEMO_COMPANY_TOKEN: needed to serve other machines than this one.');
  const answer = answerCompanyCalls(world);
  const reply = async (request: IncomingMessage): Promise<CompanyReply> => {
    if (!isAllowed(request, token)) return { status: 401, body: {} };
    const url = request.url ?? '/';
    if (request.method === 'GET' && url === '/healthz') return { status: 200, body: { status: 'ok' } };
    if (request.method === 'GET' && url === '/mailbox.json')
      return { status: 200, body: { mails: world.mailbox.read({ limit: 50 }) } };
    return answer({ method: request.method ?? '', url, ...(await bodyAndKey(request)) });
  };
  const server = createServer((request, response) => {
    void reply(request)
      .catch((fault: unknown) => problemOf(fault, onFault))
      .then((done) => write(response, done));
  });
  await listen(server, port, host);
  // What listens by a port has an address of this shape.
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isAllowed(request: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return true;
  const [shown, wanted] = [Buffer.from(request.headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)];
  return shown.length === wanted.length && timingSafeEqual(shown, wanted);
}

async function bodyAndKey(request: IncomingMessage) {
  const raw = await readBody(request, LIMIT_BYTES);
  const body = raw.length === 0 ? {} : parseJson(raw);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new CatalogueError('body_invalid');
  const key = request.headers['idempotency-key'];
  return { body: { ...body }, ...(typeof key === 'string' ? { idempotencyKey: key } : {}) };
}

function problemOf(fault: unknown, onFault: CompanyServerConfig['onFault']): CompanyReply {
  if (fault instanceof CatalogueError) return { status: fault.entry.status, body: { error: fault.message } };
  onFault(fault);
  return { status: 500, body: { error: 'The demo company broke.' } };
}

function write(response: ServerResponse, { status, body }: CompanyReply): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new CatalogueError('settings_invalid', `--port: ${port} cannot be listened on.`, { cause })),
    );
    server.listen(port, host, () => resolve());
  });
