import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { COMPANY_APIS } from '../../../integrations/company-api/create-openapi-document.ts';
import type { DemoWorld } from '../../../integrations/demo-world/create-demo-world.ts';
import type { Operation } from '../../../integrations/operation.ts';

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly operation: Operation;
  readonly run: (input: unknown, call: { idempotencyKey?: string }) => Promise<{ outcome: string; value?: unknown }>;
}

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
  const routes = routesTo(world);
  const requests: ServedCompany['requests'] = [];
  const instead: ServedCompany['instead'] = [];
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    const other = instead.shift();
    if (other) return other(request, response);
    await answer(routes, request, body, response);
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

function routesTo(world: DemoWorld): readonly Route[] {
  const { send } = world.notifications;
  const notifications = {
    send: async (input: Parameters<typeof send>[0]) => {
      await send(input);
      return { outcome: 'ok', value: {} };
    },
  };
  const { orders, subscriptions, diagnostics, customers, knowledge } = world;
  // Each method takes what its operation's schema lets through: the routes parse by it first.
  const sockets = { orders, subscriptions, diagnostics, customers, knowledge, notifications } as never as Readonly<
    Record<string, Readonly<Record<string, Route['run']>>>
  >;
  return Object.entries(COMPANY_APIS).flatMap(([family, api]) =>
    Object.entries(api).map(([name, operation]) => ({
      method: operation.method,
      pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
      operation,
      run: sockets[family]![name]!,
    })),
  );
}

async function answer(routes: readonly Route[], request: IncomingMessage, body: string, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://company');
  const route = routes.find((one) => one.method === request.method && one.pattern.test(url.pathname));
  if (!route) return end(response, 405, {});
  const inPath = route.pattern.exec(url.pathname)?.groups ?? {};
  const fields = {
    ...Object.fromEntries(url.searchParams),
    ...(body === '' ? {} : JSON.parse(body)),
    ...Object.fromEntries(Object.entries(inPath).map(([name, value]) => [name, decodeURIComponent(value)])),
  };
  const input = route.operation.input.parse(typed(route.operation, fields));
  const idempotencyKey = request.headers['idempotency-key'];
  const done = await route.run(input, typeof idempotencyKey === 'string' ? { idempotencyKey } : {});
  if (done.outcome === 'ok') return end(response, 200, done.value);
  return end(response, done.outcome === 'not_found' ? 404 : 409, { outcome: done.outcome });
}

/** Paths and queries hold text alone. */
function typed(operation: Operation, fields: Record<string, unknown>): unknown {
  const { properties = {} } = z.toJSONSchema(operation.input, { io: 'input' });
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const schema = properties[name];
      const type = typeof schema === 'object' ? schema.type : undefined;
      return [name, typeof value === 'string' && type === 'integer' ? Number(value) : value];
    }),
  );
}

function end(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
