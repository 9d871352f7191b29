import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import Database from 'libsql';
import { createDemoWorld } from '../../integrations/demo-world/create-demo-world.ts';
import { type Conversation, chatClient, jsonOf, type Stream } from '../kit/chat-client.ts';
import { type RedisServer, startRedis, whereRedisIs } from '../kit/redis-server.ts';
import { createSpawner, type SpawnedServer } from '../kit/spawn-server.ts';

/** "Tell me when it is out for delivery", where the page is open at one process and the order is looked at by another. */
const root = resolve(__dirname, '..', '..');
const spawner = createSpawner();
let redis: RedisServer;
let folder: string;
let servers: readonly SpawnedServer[];
let waiting: { readonly customer: string; readonly order: string }[];

const at = (n: number) => chatClient(servers[n]?.url ?? '');

const nextOrder = () => {
  const next = waiting.shift();
  if (!next) throw new Error('nothing more is on its way');
  return next;
};

async function open(n: number, customer: string): Promise<Conversation> {
  const answer = await fetch(`${servers[n]?.url}/demo/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ customerId: customer }),
  });
  const begin = async () =>
    at(n).create({ locale: 'en', customer_token: (await jsonOf(answer.clone())).customer_token });
  // On a busy machine a process that has just begun may be slow once: a page, too, tries again.
  return begin().catch(begin);
}

const botWords = ({ events }: Stream) =>
  events.filter(({ event, data }) => event === 'message' && data.from === 'bot').map(({ data }) => String(data.text));
const toldOf = (order: string, stream: Stream) =>
  botWords(stream).filter((text) => text.startsWith(`As promised: order ${order} is out for delivery`)).length;

/** Asked by process `n`, heard by the stream of whichever process. */
async function watch(n: number, conversation: Conversation, stream: Stream, order: string): Promise<void> {
  const said = botWords(stream).length;
  expect(await at(n).say(conversation, 'watch', `Tell me when order ${order} is out for delivery`)).toBe(202);
  await stream.until(() =>
    botWords(stream)
      .slice(said)
      .some((text) => /I'll (tell|let) you/i.test(text)),
  );
}

const advance = (order: string): void => {
  const ran = spawnSync(process.execPath, ['bots/cli/omotenashi.mjs', 'demo', 'advance', order, 'out_for_delivery'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder },
  });
  if (ran.status !== 0) throw new Error(String(ran.stderr));
};

/** Everything that was ever shown there, read after a question of ours was answered: nothing more is on its way. */
async function shownIn(n: number, conversation: Conversation, stream: Stream, order: string): Promise<number> {
  const said = botWords(stream).length;
  await at(n).say(conversation, 'last', 'thank you');
  await stream.until(() => botWords(stream).length > said);
  return toldOf(order, stream);
}

whereRedisIs('notices, where several processes look after the customers', () => {
  beforeAll(async () => {
    redis = await startRedis();
    folder = spawner.newFolder();
    const start = () =>
      spawner.start(folder, { FLOWS_DIR: resolve(root, 'dialogs', 'flows'), REDIS_URL: redis.url, LOG_LEVEL: 'warn' });
    servers = await Promise.all([start(), start()]);
    const database = new Database(`${folder}/omotenashi.db`);
    const { customers } = createDemoWorld({ database, now: () => new Date() }).listWorld({ locale: 'en' });
    database.close();
    waiting = customers.flatMap(({ id, orders }) => {
      const order = orders.find(({ state }) => state === 'in_transit' || state === 'shipped');
      return order ? [{ customer: id, order: order.number }] : [];
    });
  }, 180_000);
  afterAll(async () => {
    spawner.end();
    await redis.end();
  });

  test('two chats of one customer at two processes both hear what both asked for, each once', async () => {
    const { customer, order } = nextOrder();
    const chats = await Promise.all([open(0, customer), open(1, customer)]);
    const streams = await Promise.all(chats.map((chat, n) => at(n).follow(chat)));
    for (const [n, chat] of chats.entries()) {
      const stream = streams[n];
      if (stream) await watch(n, chat, stream, order);
    }
    advance(order);
    for (const [n, stream] of streams.entries()) {
      await stream.until(() => toldOf(order, stream) > 0);
      const chat = chats[n];
      if (chat) expect(await shownIn(n, chat, stream, order)).toBe(1);
      stream.close();
    }
  }, 120_000);

  test('who spoke to one process and reads at another is told there, once, while the others know that they are there', async () => {
    for (let round = 0; round < 3; round++) {
      const { customer, order } = nextOrder();
      const asked = await open(0, customer);
      const stream = await at(1).follow(asked);
      await watch(0, asked, stream, order);
      // Another chat of theirs, which did not ask: nothing is told in it.
      const other = await open(0, customer);
      const otherStream = await at(0).follow(other);
      advance(order);
      await stream.until(() => toldOf(order, stream) > 0);
      expect(await shownIn(0, asked, stream, order)).toBe(1);
      expect(await shownIn(1, other, otherStream, order)).toBe(0);
      stream.close();
      otherStream.close();
    }
  }, 120_000);

  test('a page sees that the bot is at work, whichever process it is', async () => {
    const { order } = nextOrder();
    const chat = await at(0).create({ locale: 'en' });
    const stream = await at(1).follow(chat);
    const heard = (count: number) => stream.until(() => botWords(stream).length >= count);
    await heard(1);
    expect(await at(0).say(chat, 'where', `Where is my order ${order}?`)).toBe(202);
    await heard(2);
    // Looking a proof up always takes the same time, however quick the machine: nobody shall learn from it what is there.
    expect(await at(0).say(chat, 'proof', '00000')).toBe(202);
    await stream.until(({ event, data }) => event === 'typing' && data.on === true);
    await stream.until(({ event, data }) => event === 'typing' && data.on === false);
    stream.close();
  }, 60_000);
});
