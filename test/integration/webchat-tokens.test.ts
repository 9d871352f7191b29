import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { bearer, type Conversation, chatClient, jsonOf, says } from '../kit/chat-client.ts';
import { type StartedApp, startApp } from '../kit/start-app.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp({ ALLOWED_ORIGINS: 'https://shop.example,http://localhost:*', SESSION_REFRESH_SECONDS: '3600' });
});
afterAll(() => app.end());

const chat = () => chatClient(app.url);
const SHOP = { Origin: 'https://shop.example' };

const statusOf = async (path: string, headers: Record<string, string>, method = 'GET') => {
  const stop = new AbortController();
  const answer = await fetch(`${app.url}${path}`, { method, headers, signal: stop.signal });
  stop.abort();
  return answer.status;
};

/** Every address that asks for a token. */
const guarded = ({ id }: Conversation) =>
  [
    [`/webchat/conversations/${id}/events`, 'GET'],
    [`/webchat/conversations/${id}/transcript`, 'GET'],
    [`/webchat/conversations/${id}/messages`, 'POST'],
    [`/webchat/conversations/${id}/files`, 'POST'],
    [`/webchat/conversations/${id}/token`, 'POST'],
    [`/webchat/conversations/${id}`, 'DELETE'],
  ] as const;

const token = (conversation: Conversation, change: Record<string, unknown> = {}, key?: Uint8Array) => {
  const now = Math.floor(Date.now() / 1000);
  const payload = JSON.parse(Buffer.from(conversation.token.split('.')[1] ?? '', 'base64url').toString());
  return new SignJWT({ ...payload, iat: now, exp: now + 60, ...change })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(key ?? Buffer.from(readFileSync(join(app.folder, 'session.key'), 'utf8'), 'base64url'));
};

describe('session tokens', () => {
  test('are asked for everywhere', async () => {
    const conversation = await chat().create();
    for (const [path, method] of guarded(conversation)) expect(await statusOf(path, {}, method)).toBe(401);
  });

  test('that were forged, changed, cut or made for something else open nothing', async () => {
    const conversation = await chat().create();
    const other = await chat().create();
    const [head, body, mark] = conversation.token.split('.');
    const now = Math.floor(Date.now() / 1000);
    const bad = [
      'x',
      '..',
      `${head}.${body}.`,
      `${head}.${body}.${mark?.split('').reverse().join('')}`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`,
      `${Buffer.from('{"alg":"HS512"}').toString('base64url')}.${body}.${mark}`,
      other.token,
      await token(conversation, {}, new Uint8Array(32).fill(7)),
      await token(conversation, { aud: 'something-else' }),
      await token(conversation, { sub: other.id }),
      await token(conversation, { thread: undefined }),
      await token(conversation, { iat: now - 7200, exp: now - 7000 }),
    ];
    for (const one of bad) {
      for (const [path, method] of guarded(conversation)) {
        expect(await statusOf(path, { Authorization: `Bearer ${one}` }, method)).toBe(401);
      }
    }
  });

  test('are taken from the Authorization header alone', async () => {
    const conversation = await chat().create();
    const path = `/webchat/conversations/${conversation.id}/transcript`;
    expect(await statusOf(`${path}?token=${conversation.token}&access_token=${conversation.token}`, {})).toBe(401);
    expect(await statusOf(path, { Authorization: `Basic ${conversation.token}` })).toBe(401);
    expect(await statusOf(path, { Cookie: `token=${conversation.token}` })).toBe(401);
    expect(await statusOf(path, bearer(conversation))).toBe(200);
  });

  test('of an expired kind open nothing but the way to a new one', async () => {
    const conversation = await chat().create();
    const now = Math.floor(Date.now() / 1000);
    const expired = { ...conversation, token: await token(conversation, { iat: now - 2000, exp: now - 200 }) };
    expect(await chat().say(expired, 'm1', 'hello')).toBe(401);
    const answer = await fetch(chat().at(expired, '/token'), { method: 'POST', headers: bearer(expired) });
    expect(answer.status).toBe(200);
    const fresh = { ...conversation, ...(await jsonOf(answer)) };
    expect(fresh.conversationId).toBe(conversation.id);
    expect(await chat().say(fresh, 'm1', 'hello')).toBe(202);
    const old = { ...conversation, token: await token(conversation, { iat: now - 4000, exp: now - 2200 }) };
    expect((await fetch(chat().at(old, '/token'), { method: 'POST', headers: bearer(old) })).status).toBe(401);
  });

  test('end the stream when their time is over', async () => {
    const conversation = await chat().create();
    const now = Math.floor(Date.now() / 1000);
    const short = { ...conversation, token: await token(conversation, { exp: now + 2 }) };
    const stream = await chat().follow(short);
    await stream.until(says('Welcome to the shop.'));
    await stream.ended;
  });
});

describe('origins', () => {
  test('of a strange page are refused, with or without a token', async () => {
    const conversation = await chat().create({}, SHOP);
    for (const origin of [
      'https://evil.example',
      'null',
      'https://shop.example.evil.example',
      'http://shop.example',
      'http://localhost.evil.example:80',
      'http://localhost:80x',
    ]) {
      await expect(chat().create({}, { Origin: origin })).rejects.toThrow('403');
      for (const [path, method] of guarded(conversation)) {
        expect(await statusOf(path, { ...bearer(conversation), Origin: origin }, method)).toBe(403);
      }
    }
  });

  test('bind the token: another allowed page cannot use it', async () => {
    const conversation = await chat().create({}, SHOP);
    const path = `/webchat/conversations/${conversation.id}/transcript`;
    expect(await statusOf(path, { ...bearer(conversation), Origin: 'http://localhost:5173' })).toBe(401);
    expect(await statusOf(path, { ...bearer(conversation), ...SHOP })).toBe(200);
    expect(await statusOf(path, bearer(conversation))).toBe(200);
  });

  test('that are allowed may read the answers, errors too; others may not', async () => {
    const ask = (origin: string, method = 'POST') =>
      fetch(`${app.url}/webchat/conversations`, {
        method,
        headers: { Origin: origin, 'Content-Type': 'application/json', 'Access-Control-Request-Method': 'POST' },
        ...(method === 'POST' ? { body: '{' } : {}),
      });
    const mine = await ask('https://shop.example');
    expect(mine.status).toBe(400);
    expect(mine.headers.get('Access-Control-Allow-Origin')).toBe('https://shop.example');
    expect(mine.headers.get('Vary')).toContain('Origin');
    expect((await ask('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull();
    const before = await ask('http://localhost:8080', 'OPTIONS');
    expect(before.status).toBe(204);
    expect(before.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
    expect((await ask('https://evil.example', 'OPTIONS')).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('rates', () => {
  test('are limited per address and per conversation, with the time to wait', async () => {
    const small = await startApp({ RATE_CONVERSATIONS: '2', RATE_MESSAGES: '3' });
    const client = chatClient(small.url);
    const conversation = await client.create();
    await client.create();
    await expect(client.create()).rejects.toThrow('429');
    for (let n = 0; n < 3; n++) expect(await client.say(conversation, `m${n}`, 'hello')).toBe(202);
    const answer = await client.post(conversation, { id: 'm4', text: 'hello' });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    await small.end();
  });
});
