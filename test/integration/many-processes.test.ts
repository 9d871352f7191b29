import { chatClient, echoes, says } from '../kit/chat-client.ts';
import { type RedisServer, startRedis, whereRedisIs } from '../kit/redis-server.ts';
import { createSpawner, type SpawnedServer } from '../kit/spawn-server.ts';
import { TEST_DIALOGS } from '../kit/start-app.ts';

const spawner = createSpawner();
let redis: RedisServer;
let folder: string;
let servers: SpawnedServer[];

const start = (settings: Readonly<Record<string, string>> = {}) =>
  spawner.start(folder, { FLOWS_DIR: TEST_DIALOGS, REDIS_URL: redis.url, DEMO: 'false', ...settings });

/** The n-th of the processes that run. */
const at = (n: number): string => servers[n]?.url ?? '';

whereRedisIs('processes that share their conversations by Redis', () => {
  beforeAll(async () => {
    redis = await startRedis(['--appendonly', 'yes']);
    folder = spawner.newFolder();
    servers = await Promise.all([start(), start(), start()]);
  }, 120_000);
  afterAll(async () => {
    spawner.end();
    await redis.end();
  });

  test('a page reads at one what it said to the others, each once and in order', async () => {
    const conversation = await chatClient(at(0)).create({ locale: 'en' });
    const stream = await chatClient(at(1)).follow(conversation);
    await chatClient(at(2)).say(conversation, 'start', 'start the echo');
    await stream.until(says('What shall I say?'));
    const words = Array.from({ length: 12 }, (_, n) => `word ${n}`);
    for (const [n, text] of words.entries()) {
      expect(await chatClient(at(n % 3)).say(conversation, `w${n}`, text)).toBe(202);
    }
    await stream.until(() => echoes(stream.events).length >= words.length);
    expect(echoes(stream.events)).toEqual(words);
    stream.close();
  }, 60_000);

  test('one message that comes to all of them many times is answered once', async () => {
    const conversation = await chatClient(at(0)).create({ locale: 'en' });
    const stream = await chatClient(at(1)).follow(conversation);
    await chatClient(at(0)).say(conversation, 'start', 'start the echo');
    await stream.until(says('What shall I say?'));
    const statuses = await Promise.all(
      Array.from({ length: 60 }, (_, n) => chatClient(at(n % 3)).say(conversation, 'same', 'only once')),
    );
    expect(new Set(statuses)).toEqual(new Set([202]));
    await chatClient(at(2)).say(conversation, 'after', 'and then');
    await stream.until(() => echoes(stream.events).includes('and then'));
    expect(echoes(stream.events)).toEqual(['only once', 'and then']);
    stream.close();
  }, 60_000);

  test('one that is told to end sends its pages elsewhere, says no to whoever comes, and ends well; nothing is lost', async () => {
    const leaving = await start();
    servers.push(leaving);
    const conversation = await chatClient(leaving.url).create({ locale: 'en' });
    const stream = await chatClient(leaving.url).follow(conversation);
    await chatClient(leaving.url).say(conversation, 'start', 'start the echo');
    await stream.until(says('What shall I say?'));
    const words = Array.from({ length: 20 }, (_, n) => `last ${n}`);
    const sent = words.map((text, n) =>
      chatClient(leaving.url)
        .say(conversation, `l${n}`, text)
        .catch(() => 0),
    );
    expect(await leaving.kill('SIGTERM')).toBe(0);
    await stream.ended;
    expect(stream.events.at(-1)?.event).toBe('reconnect');
    for (const [n, status] of (await Promise.all(sent)).entries()) {
      // What it did not take is sent again, as a page does: to another.
      if (status !== 202) expect(await chatClient(at(0)).say(conversation, `l${n}`, words[n] ?? '')).toBe(202);
    }
    const again = await chatClient(at(0)).follow(conversation);
    await again.until(() => echoes(again.events).length >= words.length);
    expect([...echoes(again.events)].sort()).toEqual([...words].sort());
    again.close();
  }, 60_000);

  test('one that hangs in the middle is passed over, and cannot commit when it comes back', async () => {
    const hanging = await start();
    const conversation = await chatClient(hanging.url).create({ locale: 'en' });
    const stream = await chatClient(at(0)).follow(conversation);
    await chatClient(hanging.url).say(conversation, 'start', 'start the echo');
    await stream.until(says('What shall I say?'));
    const words = Array.from({ length: 10 }, (_, n) => `hung ${n}`);
    const asked = words.map((text, n) =>
      chatClient(hanging.url)
        .say(conversation, `h${n}`, text)
        .catch(() => 0),
    );
    hanging.child.kill('SIGSTOP');
    for (const [n, text] of words.entries()) {
      expect(await chatClient(at(n % 3)).say(conversation, `h${n}`, text)).toBe(202);
    }
    await stream.until(() => echoes(stream.events).length >= words.length);
    hanging.child.kill('SIGCONT');
    await Promise.all(asked);
    await chatClient(hanging.url).say(conversation, 'after', 'and on');
    await stream.until(() => echoes(stream.events).includes('and on'));
    expect([...echoes(stream.events)].sort()).toEqual([...words, 'and on'].sort());
    stream.close();
    await hanging.kill('SIGTERM');
  }, 60_000);

  test('while Redis hangs whoever comes is told to come again', async () => {
    const conversation = await chatClient(at(0)).create({ locale: 'en' });
    redis.pause();
    const statuses = await Promise.all([0, 1, 2].map((n) => chatClient(at(n)).say(conversation, `p${n}`, 'hello')));
    redis.resume();
    expect(statuses).toEqual([503, 503, 503]);
    for (const { url } of servers.slice(0, 3)) {
      while ((await fetch(`${url}/readyz`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, 60_000);

  test('without Redis whoever comes is told soon to come again, and when it is back all is as it was', async () => {
    const conversation = await chatClient(at(0)).create({ locale: 'en' });
    await redis.kill();
    const askedAt = Date.now();
    const answer = await fetch(`${at(0)}/webchat/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Date.now() - askedAt).toBeLessThan(5000);
    expect((await fetch(`${at(0)}/healthz`)).status).toBe(200);
    const ready = await fetch(`${at(0)}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'not ready', checks: { store: 'failed' } });
    await redis.start();
    for (const { url } of servers.slice(0, 3)) {
      while ((await fetch(`${url}/readyz`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const stream = await chatClient(at(1)).follow(conversation);
    await chatClient(at(0)).say(conversation, 'start', 'start the echo');
    await stream.until(says('What shall I say?'));
    stream.close();
  }, 60_000);
});
