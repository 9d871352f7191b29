import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { bearer, chatClient, echoes, jsonOf, says } from '../kit/chat-client.ts';
import { type StartedApp, startApp } from '../kit/start-app.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.end());

const chat = () => chatClient(app.url);
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function echoing() {
  const conversation = await chat().create({ locale: 'en' });
  const stream = await chat().follow(conversation);
  await stream.until(says('Welcome to the shop.'));
  expect(await chat().say(conversation, 'start', 'start the echo')).toBe(202);
  await stream.until(says('What shall I say?'));
  return { conversation, stream };
}

describe('a conversation over HTTP', () => {
  test('begins with a greeting in the language that was asked for', async () => {
    const conversation = await chat().create({ locale: 'ja-JP' });
    const stream = await chat().follow(conversation);
    await stream.until(says('いらっしゃいませ。'));
    stream.close();
    expect(conversation.expiresIn).toBe(1800);
  });

  test('takes the language of the browser where the page names none', async () => {
    const conversation = await chat().create({}, { 'Accept-Language': 'fr, ja;q=0.8, en;q=0.5' });
    const stream = await chat().follow(conversation);
    await stream.until(says('いらっしゃいませ。'));
    stream.close();
  });

  test('shows the customer their own words and then the answer, numbered without gaps', async () => {
    const { conversation, stream } = await echoing();
    await chat().say(conversation, 'm1', 'blue tomatoes');
    await stream.until(says('You said blue tomatoes.'));
    stream.close();
    const shown = stream.events.filter(({ id }) => id !== undefined);
    expect(shown.map(({ id }) => id)).toEqual(shown.map((_, at) => at + 1));
    const own = shown.find(({ data }) => data.text === 'blue tomatoes');
    expect(own?.data).toMatchObject({ id: 'm1', from: 'customer', choices: [] });
    expect(shown.findIndex((event) => event.data.id === 'm1')).toBeLessThan(
      shown.findIndex(says('You said blue tomatoes.')),
    );
  });

  test('does a message once, however often it is sent', async () => {
    const { conversation, stream } = await echoing();
    const statuses = await Promise.all(
      Array.from({ length: 20 }, () => chat().say(conversation, 'same', 'green bananas')),
    );
    expect(new Set(statuses)).toEqual(new Set([202]));
    await chat().say(conversation, 'last', 'the very end');
    await stream.until(says('You said the very end.'));
    stream.close();
    expect(echoes(stream.events)).toEqual(['green bananas', 'the very end']);
    expect(stream.events.filter(says('green bananas'))).toHaveLength(1);
  });

  test('keeps fifty messages sent one after another without waiting in order', async () => {
    const { conversation, stream } = await echoing();
    const words = Array.from({ length: 50 }, (_, n) => `line number ${n} of the poem`);
    const sent = words.map(async (text, n) => {
      // They leave in this order; each waits for no answer.
      await new Promise((resolve) => setTimeout(resolve, n * 3));
      return chat().say(conversation, `m${n}`, text);
    });
    expect(new Set(await Promise.all(sent))).toEqual(new Set([202]));
    await stream.until(() => echoes(stream.events).length === 50);
    stream.close();
    const accepted = stream.events
      .filter(({ data }) => data.from === 'customer')
      .map(({ data }) => data.text)
      .slice(1);
    expect([...accepted].sort()).toEqual([...words].sort());
    expect(echoes(stream.events)).toEqual(accepted);
  });

  test('refuses more than may wait with 429 and when to come again, and loses nothing it took', async () => {
    const { conversation, stream } = await echoing();
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, n) => chat().post(conversation, { id: `b${n}`, text: `burst word ${n}` })),
    );
    const taken = answers.filter(({ status }) => status === 202).length;
    const refused = answers.filter(({ status }) => status === 429);
    expect(taken + refused.length).toBe(150);
    for (const answer of refused) expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    await stream.until(() => echoes(stream.events).length === taken);
    stream.close();
  });

  test('resumes after the last number seen, without losing or doubling', async () => {
    const { conversation, stream } = await echoing();
    await chat().say(conversation, 'm1', 'first words');
    const seen = await stream.until(says('You said first words.'));
    stream.close();
    await chat().say(conversation, 'm2', 'while away');
    const again = await chat().follow(conversation, seen.id);
    await again.until(says('You said while away.'));
    again.close();
    const ids = again.events.flatMap(({ id }) => id ?? []);
    expect(ids[0]).toBe((seen.id ?? 0) + 1);
    expect(ids).toEqual(ids.map((_, at) => (seen.id ?? 0) + 1 + at));
  });

  test('gives everything to a page that begins anew', async () => {
    const { conversation, stream } = await echoing();
    stream.close();
    const again = await chat().follow(conversation);
    await again.until(says('What shall I say?'));
    again.close();
    expect(again.events.some(says('Welcome to the shop.'))).toBe(true);
  });

  test('serves several tabs the same, also what another tab said', async () => {
    const { conversation, stream } = await echoing();
    const tabs = await Promise.all([
      chat().follow(conversation),
      chat().follow(conversation),
      chat().follow(conversation),
    ]);
    await chat().say(conversation, 'm1', 'for every tab');
    for (const tab of [stream, ...tabs]) await tab.until(says('You said for every tab.'));
    const shown = [stream, ...tabs].map(({ events }) => events.flatMap(({ id, data }) => (id ? [[id, data.id]] : [])));
    for (const one of shown) expect(one.slice(0, 6)).toEqual(shown[0]?.slice(0, 6));
    for (const tab of [stream, ...tabs]) tab.close();
  });

  test('takes the value of a choice', async () => {
    const { conversation, stream } = await echoing();
    const answer = await chat().post(conversation, { id: 'm1', choice: 'lemon', label: 'A lemon' });
    expect(answer.status).toBe(202);
    await stream.until(says('A lemon'));
    stream.close();
  });
});

describe('photos', () => {
  test('are kept and served from an address that nobody can guess', async () => {
    const { conversation, stream } = await echoing();
    const attachment = { mediaType: 'image/png', name: 'label.png', data: PIXEL.toString('base64') };
    expect((await chat().post(conversation, { id: 'p1', attachment })).status).toBe(202);
    const shown = await stream.until(({ data }) => data.media !== undefined);
    stream.close();
    const photo = await fetch(`${app.url}${shown.data.media.url}`);
    expect(photo.status).toBe(200);
    expect(Object.fromEntries(photo.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(Buffer.from(await photo.arrayBuffer()).equals(PIXEL)).toBe(true);
    expect((await fetch(`${app.url}${shown.data.media.url.slice(0, -1)}x`)).status).toBe(404);
  });

  test('may be uploaded first and named in a message', async () => {
    const { conversation } = await echoing();
    const answer = await fetch(chat().at(conversation, '/files'), {
      method: 'POST',
      headers: { 'Content-Type': 'image/png', ...bearer(conversation) },
      body: PIXEL,
    });
    expect(answer.status).toBe(201);
    const { url } = await jsonOf(answer);
    expect((await chat().post(conversation, { id: 'p1', attachment: { url } })).status).toBe(202);
    const other = await chat().create();
    expect((await chat().post(other, { id: 'p1', attachment: { url } })).status).toBe(400);
  });

  test('that are no photos are refused, whatever they call themselves', async () => {
    const { conversation } = await echoing();
    for (const text of [
      '<script>alert(1)</script>',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'GIF89a',
      '%PDF-1.7',
    ]) {
      const attachment = { mediaType: 'image/png', name: 'x.png', data: Buffer.from(text).toString('base64') };
      expect((await chat().post(conversation, { id: 'p1', attachment })).status).toBe(415);
    }
  });

  test('over ten megabytes are refused', async () => {
    const { conversation } = await echoing();
    const data = Buffer.alloc(10 * 1024 * 1024 + 1, PIXEL).toString('base64');
    expect((await chat().post(conversation, { id: 'p', attachment: { mediaType: 'image/png', data } })).status).toBe(
      413,
    );
  });
});

describe('deleting and keeping', () => {
  test('takes the conversation away with everything of it', async () => {
    const { conversation, stream } = await echoing();
    await chat().post(conversation, {
      id: 'p1',
      attachment: { mediaType: 'image/png', data: PIXEL.toString('base64') },
    });
    const { data } = await stream.until((event) => event.data.media !== undefined);
    expect((await fetch(chat().at(conversation, ''), { method: 'DELETE', headers: bearer(conversation) })).status).toBe(
      204,
    );
    stream.close();
    expect((await fetch(`${app.url}${data.media.url}`)).status).toBe(404);
    await expect(chat().follow(conversation)).rejects.toThrow('404');
    expect(await chat().say(conversation, 'm9', 'anyone there')).toBe(404);
    expect((await fetch(chat().at(conversation, ''), { method: 'DELETE', headers: bearer(conversation) })).status).toBe(
      404,
    );
  });

  test('gives the transcript as text and as JSON', async () => {
    const { conversation, stream } = await echoing();
    stream.close();
    const text = await fetch(chat().at(conversation, '/transcript'), { headers: bearer(conversation) });
    expect(text.headers.get('content-type')).toContain('text/plain');
    expect(await text.text()).toMatch(/customer: start the echo\n.*bot: What shall I say\?/);
    const json = await fetch(chat().at(conversation, '/transcript'), {
      headers: { ...bearer(conversation), Accept: 'application/json' },
    });
    expect(await jsonOf(json)).toMatchObject({
      conversationId: conversation.id,
      messages: [{ from: 'bot', text: 'Welcome to the shop.' }, { from: 'customer' }, { from: 'bot' }],
    });
  });
});

describe('the data folder', () => {
  test('keeps keys and database for its owner alone', () => {
    const files = readdirSync(app.folder).filter((name) => name.endsWith('.key') || name === 'omotenashi.db');
    expect(files).toEqual(expect.arrayContaining(['session.key', 'customer.key', 'omotenashi.db']));
    for (const name of files) expect(statSync(join(app.folder, name)).mode & 0o077).toBe(0);
  });
});

describe('signing in', () => {
  const keyOf = (name: string) => Buffer.from(readFileSync(join(app.folder, `${name}.key`), 'utf8'), 'base64url');
  const forged = (change: { issuer?: string; audience?: string; seconds?: number; key?: Uint8Array }) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('C10001')
      .setIssuer(change.issuer ?? 'omotenashi-shop')
      .setAudience(change.audience ?? 'omotenashi')
      .setExpirationTime(Math.floor(Date.now() / 1000) + (change.seconds ?? 60))
      .sign(change.key ?? keyOf('customer'));

  test('takes the token of the demo shop', async () => {
    const { customers } = await jsonOf(await fetch(`${app.url}/demo/customers.json`));
    const answer = await fetch(`${app.url}/demo/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ customerId: customers[0].id }),
    });
    const { customer_token } = await jsonOf(answer);
    expect((await chat().create({ customer_token })).id).toBeDefined();
    expect((await chat().create({ customer_token: await forged({}) })).id).toBeDefined();
  });

  test('refuses tokens of others, for others, too old, unsigned, or not at all tokens', async () => {
    const [head, body] = (await forged({})).split('.');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    const bad = [
      await forged({ issuer: 'someone-else' }),
      await forged({ audience: 'another-chat' }),
      await forged({ seconds: -5 }),
      await forged({ key: new Uint8Array(32) }),
      await forged({ key: keyOf('session') }),
      `${unsigned}.${body}.`,
      `${head}.${body}.AAAA`,
      'not a token',
    ];
    for (const customer_token of bad) await expect(chat().create({ customer_token })).rejects.toThrow('401');
  });
});
