import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import express from 'express';
import { z } from 'zod';
import { defineRoute, type HttpRoute, type RouteRequest } from '../../../channels/http-route.ts';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { Facts } from '../../../integrations/telemetry/telemetry.ts';
import { createHttpApp } from '../../../runtime/http/create-http-app.ts';

/** What a route was told; the address itself is what the two ways differ in. */
const told = ({ url: _url, raw, ...request }: RouteRequest<unknown, unknown>) =>
  JSON.parse(JSON.stringify({ ...request, bytes: raw.length }));

const answers = { 200: { description: 'What was asked.' } };
const shared = { tag: 'things', answers, allowsOrigin: (origin: string) => origin === 'https://shop.example' } as const;
const thing = '/things/{id}';

const ROUTES: readonly HttpRoute[] = [
  defineRoute({
    ...{ ...shared, method: 'get', path: thing, summary: 'Tells.' },
    handle: async (request) => ({ status: 200, json: told(request) }),
  }),
  defineRoute({
    ...{ ...shared, method: 'post', path: thing, summary: 'Takes.', limitBytes: 64 },
    body: z.object({ name: z.string() }),
    handle: async (request) => ({ status: 201, json: told(request), headers: { Location: '/things/2' } }),
  }),
  defineRoute({
    ...{ ...shared, method: 'post', path: '/doors/{id}', summary: 'Refuses at the door.' },
    body: z.object({ name: z.string() }),
    admit: async () => {
      throw new CatalogueError('too_many_requests', undefined, { retryAfter: 7 });
    },
    handle: async () => ({ status: 200, empty: true }),
  }),
  defineRoute({
    ...{ ...shared, method: 'delete', path: thing, summary: 'Breaks.' },
    handle: async () => {
      throw new Error('connect ECONNREFUSED 10.0.0.7');
    },
  }),
  defineRoute({
    ...{ ...shared, method: 'get', path: '/style.css', summary: 'A text.' },
    handle: async () => ({ status: 200, text: 'ü', mediaType: 'text/css', headers: { 'Cache-Control': 'max-age=9' } }),
  }),
  defineRoute({
    ...{ ...shared, method: 'get', path: '/dot', summary: 'Bytes.' },
    handle: async () => ({ status: 200, bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png' }),
  }),
  defineRoute({
    ...{ ...shared, method: 'get', path: '/events', summary: 'A stream.' },
    handle: async () => ({
      status: 200,
      events: (stream) => {
        stream.write({ id: 1, event: 'message', data: { text: 'hello' } });
        stream.close();
      },
    }),
  }),
];

/** What our own faults are told by in the log. */
const faults: unknown[] = [];
const telemetry = {
  ...{ debug: () => {}, info: () => {}, warn: () => {} },
  error: (_event: string, { method, path }: Facts = {}) => void faults.push([method, path]),
};

const serve = async (trustProxy: boolean | number | string): Promise<Server> => {
  const server = createServer(createHttpApp({ routes: ROUTES, version: '1', trustProxy, telemetry }));
  return new Promise((resolve) => {
    server.listen({ port: 0, host: '127.0.0.1' }, () => resolve(server));
  });
};

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** Everything that comes back on one connection, but for what is new each time. */
const talk = (server: Server, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(portOf(server), '127.0.0.1', () => socket.write(text));
    const parts: Buffer[] = [];
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => {
      const heard = Buffer.concat(parts).toString('latin1');
      resolve(heard.replace(/^Date: .*\r\n/gm, '').replace(/"id":"[\w-]{20,}"/g, '"id":"…"'));
    });
  });

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asked on a connection that is kept, then once more: whether it was kept is part of the answer. */
const ask = (server: Server, { method = 'GET', path = '/things/1', headers = {}, body = '' }: Asked) => {
  const lines = Object.entries({ Host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const last = 'GET /dot HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
  return talk(server, `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}${last}`);
};

const posted = (body: string, headers: Readonly<Record<string, string>> = {}): Asked => ({
  ...{ method: 'POST', body },
  headers: { 'Content-Type': 'application/json', 'Content-Length': `${Buffer.byteLength(body)}`, ...headers },
});
const inChunks = (...chunks: readonly string[]): Asked => ({
  ...{ method: 'POST', headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' } },
  body: [...chunks, ''].map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join(''),
});
const ORIGIN = { Origin: 'https://shop.example' };
const NAMED = JSON.stringify({ name: 'kettle' });

const REQUESTS: Readonly<Record<string, Asked>> = {
  'what is there': {},
  'a page of an allowed origin': { headers: ORIGIN },
  'a page of another origin': { headers: { Origin: 'https://else.example' } },
  'an old browser': { headers: { 'If-None-Match': '*', Accept: 'text/html', Cookie: 'a=b' } },
  'the head alone': { method: 'HEAD' },
  'what else it takes': { method: 'OPTIONS', headers: ORIGIN },
  'what it does not take': { method: 'PATCH', headers: ORIGIN },
  'a body': posted(NAMED),
  'a body for a page': posted(NAMED, ORIGIN),
  'a body in pieces': inChunks(NAMED.slice(0, 5), NAMED.slice(5)),
  'a body that waits to be wanted': posted(NAMED, { Expect: '100-continue' }),
  'a body with something wanted that nobody knows': posted(NAMED, { Expect: 'wonders' }),
  'a body that is no JSON': posted('{'),
  'a body that misses something': posted('{}', ORIGIN),
  'a body of another kind': posted(NAMED, { 'Content-Type': 'text/plain' }),
  'a packed body': posted(NAMED, { 'Content-Encoding': 'gzip' }),
  'a body that says that it is too long': posted('x'.repeat(65)),
  'a body that is too long': inChunks('x'.repeat(40), 'x'.repeat(40)),
  'a body where none is taken': { ...posted(NAMED), method: 'GET' },
  'no body': { method: 'POST' },
  'what is refused before its body is read': { ...posted('x'.repeat(300_000), ORIGIN), path: '/doors/1' },
  'what breaks': { method: 'DELETE', headers: ORIGIN },
  'a name that reaches into prototypes': { path: '/things/__proto__' },
  'a text': { path: '/style.css' },
  'nearly a text': { path: '/stylexcss' },
  bytes: { path: '/dot' },
  'a stream': { path: '/events', headers: ORIGIN },
  'what is not there': { path: '/nothing' },
};

describe('a route that is asked for in the plainest way', () => {
  let server: Server;
  beforeAll(async () => {
    server = await serve(1);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test.each(Object.entries(REQUESTS))('answers as when express finds it: %s', async (_, asked) => {
    const plain = await ask(server, asked);
    expect(plain).toMatch(/^HTTP\/1\.1 \d{3} /);
    expect(plain).toBe(await ask(server, { ...asked, path: `${asked.path ?? '/things/1'}?` }));
  });

  test('is told in the log by the same name', () => {
    expect(faults).toEqual([
      ['DELETE', '/things/{id}'],
      ['DELETE', '/things/{id}'],
    ]);
  });

  test.each(['/things/%31', '/Things/1', '/things/1/'])('is the same as %s', async (path) => {
    expect(await ask(server, { path })).toBe(await ask(server, {}));
  });

  test.each([
    ['//things/1', 404],
    ['/things//1', 404],
    ['/things', 404],
    ['/things/1/2', 404],
    ['/things/..', 200],
    ['/things/%zz', 400],
    ['/things/%2e%2e%2f', 200],
  ])('is another than %s', async (path, status) => {
    const heard = await ask(server, { path });
    expect(heard).toContain(`HTTP/1.1 ${status} `);
    expect(heard).not.toContain('"id":"1"');
  });
});

describe('who asks', () => {
  const chains = [
    undefined,
    '',
    '203.0.113.9',
    '198.51.100.1, 203.0.113.9',
    '198.51.100.1,10.1.2.3',
    ' 198.51.100.1 ,, 10.1.2.3 , ',
    '2001:db8::1, ::1',
    'unknown, 10.0.0.1',
    'no address',
  ];
  test.each([false, true, 1, 2, 'loopback', '10.0.0.0/8, 127.0.0.1'])(
    'is whoever express says, trusting %p',
    async (trustProxy) => {
      const server = await serve(trustProxy);
      const app = express().set('trust proxy', trustProxy);
      const theirs = createServer(app.get('/things/1', (request, response) => void response.json(request.ip)));
      await new Promise<void>((resolve) => {
        theirs.listen({ port: 0, host: '127.0.0.1' }, () => resolve());
      });
      const heard = async (of: Server, headers: Asked['headers']) =>
        /(?:"remoteAddress":|\r\n\r\n)("[^"]*")/.exec(await ask(of, headers ? { headers } : {}))?.[1];
      for (const chain of chains) {
        const headers = chain === undefined ? undefined : { 'X-Forwarded-For': chain };
        expect([chain, await heard(server, headers)]).toEqual([chain, await heard(theirs, headers)]);
      }
      await Promise.all([server, theirs].map((one) => new Promise((resolve) => one.close(resolve))));
    },
  );
});
