import { deflateSync } from 'node:zlib';
import { bearer, type Conversation, chatClient, jsonOf } from '../kit/chat-client.ts';
import { type StartedApp, startApp } from '../kit/start-app.ts';

let app: StartedApp;
let conversation: Conversation;
beforeAll(async () => {
  app = await startApp({ RATE_REQUESTS: '1000000', RATE_MESSAGES: '1000000', RATE_CONVERSATIONS: '1000000' });
  conversation = await chatClient(app.url).create();
});
afterAll(() => app.end());

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(kind: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(kind), data, Buffer.alloc(4)]);
}

/** A picture that says of itself to be so wide and high, whatever it holds. */
function picture(width: number, height: number, data: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([PNG, chunk('IHDR', head), chunk('IDAT', deflateSync(data)), chunk('IEND', Buffer.alloc(0))]);
}

const LIMIT = 10 * 1024 * 1024;
const text = (words: string) => Buffer.from(words);
const SCRIPT = '<script>alert(1)</script>';

/** What is sent as a photo, and whether it is one by its bytes: nothing is unpacked, so a bomb is only a small file. */
const UPLOADS: readonly (readonly [name: string, bytes: Buffer, kept: boolean])[] = [
  ['a picture of two thousand million points', picture(2 ** 31 - 1, 2 ** 31 - 1), true],
  ['a picture without a size', picture(0, 0), true],
  ['a picture that unpacks to a hundred megabytes', picture(10_000, 10_000, Buffer.alloc(100_000_000)), true],
  ['a picture with a page behind it', Buffer.concat([picture(1, 1), text(`<html>${SCRIPT}`)]), true],
  ['a picture with a zip behind it', Buffer.concat([picture(1, 1), Buffer.from('PK\u0003\u0004')]), true],
  ['a picture that is cut off', picture(9, 9).subarray(0, 20), true],
  ['the first bytes of a picture', PNG, false],
  ['a drawing with a script', text(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`), false],
  ['a drawing that calls itself XML', text(`<?xml version="1.0"?><svg>${SCRIPT}</svg>`), false],
  ['a page', text(`<!doctype html>${SCRIPT}`), false],
  ['a moving picture', text('GIF89a\u0001\u0000\u0001\u0000'), false],
  ['a page that begins like a moving picture', text(`GIF89a/*${SCRIPT}*/`), false],
  ['a document', text('%PDF-1.7\n'), false],
  ['an archive', Buffer.from('PK\u0003\u0004'.padEnd(64, '\u0000')), false],
  ['a program', text('\u007fELF'.padEnd(64, '\u0000')), false],
  ['a script', text('#!/bin/sh\nrm -rf /\n'), false],
  ['a bitmap', text('BM'.padEnd(64, '\u0000')), false],
  ['JSON', text('{"__proto__":{"polluted":true}}'), false],
  ['nothing', Buffer.alloc(0), false],
  ['zeros', Buffer.alloc(5000), false],
  ['ten megabytes of nothing', Buffer.alloc(10 * 1024 * 1024), false],
  ['one byte too many', Buffer.concat([picture(1, 1), Buffer.alloc(10 * 1024 * 1024)]), false],
];

const KINDS = ['image/png', 'image/svg+xml', 'text/html', 'application/json', 'multipart/form-data; boundary=x', ''];

describe('hostile photos', () => {
  test.each(UPLOADS)('%s, whatever it is called', async (_, bytes, kept) => {
    const path = chatClient(app.url).at(conversation, '/files');
    for (const kind of bytes.length > 1_000_000 ? KINDS.slice(0, 2) : KINDS) {
      const fresh = await chatClient(app.url).create();
      const headers = { ...(kind === '' ? {} : { 'Content-Type': kind }), ...bearer(fresh) };
      const to = path.replace(conversation.id, fresh.id);
      const answer = await fetch(to, { method: 'POST', headers, body: new Uint8Array(bytes) });
      const body = await jsonOf(answer);
      expect([kind, answer.status, body.mediaType]).toEqual(
        kept ? [kind, 201, 'image/png'] : [kind, bytes.length > LIMIT ? 413 : 415, undefined],
      );
      if (kept) await expectHarmless(`${app.url}${body.url}`);
    }
  });

  test.each(UPLOADS.filter(([, bytes]) => bytes.length < 1_000_000))('%s, inside a message', async (_, bytes, kept) => {
    const data = bytes.toString('base64');
    const fresh = await chatClient(app.url).create();
    const attachment = { mediaType: 'image/png', name: '../../etc/passwd<script>', data };
    const { status } = await chatClient(app.url).post(fresh, { id: 'photo', attachment });
    expect(status).toBe(kept ? 202 : data === '' ? 400 : 415);
  });
});

/** A page that opens it sees a picture, and nothing that runs. */
async function expectHarmless(url: string): Promise<void> {
  const shown = await fetch(url);
  expect(shown.headers.get('Content-Type')).toBe('image/png');
  expect(shown.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(shown.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
  await shown.arrayBuffer();
}

const BODIES: readonly (readonly [kind: string, body: string | Buffer])[] = [
  ['application/json', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
  ['application/json', '['.repeat(50_000)],
  ['application/json', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ['application/json', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
  ['application/json', Buffer.alloc(10 * 1024 * 1024, 0x20)],
  ['application/json; charset=utf-16', '{}'],
  ['application/xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'],
  ['application/x-www-form-urlencoded', 'id=1&id=2&__proto__[polluted]=1'],
  ['multipart/form-data; boundary=x', '--x\r\n'],
  ['not a kind', '{}'],
  ['text/plain', '{}'],
];

const PARAMETERS = [
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '%00',
  '%E0%A4%A',
  '__proto__',
  'constructor',
  `${'a'.repeat(3000)}`,
  "x'%20OR%201=1%20--",
  '%F0%9F%93%A6',
];

test('no route of /openapi.json ever answers with a 5xx, whatever comes to it', async () => {
  const { paths } = await jsonOf(await fetch(`${app.url}/openapi.json`));
  const routes = Object.entries<Record<string, unknown>>(paths).flatMap(([path, of]) =>
    Object.keys(of).map((method) => ({ path, method: method.toUpperCase() })),
  );
  expect(routes.length).toBeGreaterThan(10);
  const wrong: string[] = [];
  let asked = 0;
  const ask = async (method: string, path: string, kind: string, body?: string | Buffer) => {
    const stop = new AbortController();
    const answer = await fetch(`${app.url}${path}`, {
      method,
      headers: { 'Content-Type': kind, ...bearer(conversation) },
      signal: stop.signal,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      // What is too large is refused before it is all sent: the line may break.
    }).catch(() => undefined);
    asked += 1;
    if (answer && answer.status >= 500) wrong.push(`${method} ${path} ${kind}: ${answer.status}`);
    stop.abort();
  };
  for (const { path, method } of routes) {
    const own = path.replace('{id}', conversation.id).replace(/\{\w+\}/, 'x');
    // Deleting it would end the test.
    if (method !== 'DELETE') {
      for (const [kind, body] of BODIES) await ask(method, own, kind, method === 'GET' ? undefined : body);
    }
    if (!path.includes('{')) continue;
    for (const parameter of PARAMETERS) {
      await ask(method, path.replace(/\{\w+\}/g, parameter), 'application/json', method === 'POST' ? '{}' : undefined);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(150);
  expect(Object.prototype).not.toHaveProperty('polluted');
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
}, 120_000);
