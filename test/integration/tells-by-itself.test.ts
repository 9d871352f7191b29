import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import Database from 'libsql';
import { createDemoWorld } from '../../integrations/demo-world/create-demo-world.ts';
import { type Conversation, chatClient, jsonOf, type Stream } from '../kit/chat-client.ts';
import { type StartedApp, startApp } from '../kit/start-app.ts';

/** "Tell me when it is out for delivery", over the shipped dialogs and world. */
const root = resolve(__dirname, '..', '..');
let app: StartedApp;
let waiting: { readonly customer: string; readonly order: string }[];

beforeAll(async () => {
  app = await startApp({ FLOWS_DIR: resolve(root, 'dialogs', 'flows') });
  const database = new Database(`${app.folder}/omotenashi.db`);
  const { customers } = createDemoWorld({ database, now: () => new Date() }).listWorld({ locale: 'en' });
  database.close();
  waiting = customers.flatMap(({ id, orders }) => {
    const order = orders.find(({ state }) => state === 'in_transit' || state === 'shipped');
    return order ? [{ customer: id, order: order.number }] : [];
  });
}, 120_000);
afterAll(() => app.end());

const nextOrder = () => {
  const next = waiting.shift();
  if (!next) throw new Error('nothing more is on its way');
  return next;
};

const chat = () => chatClient(app.url);
const isBot = ({ event, data }: Stream['events'][number]) => event === 'message' && data.from === 'bot';
const botWords = (stream: Stream) => stream.events.filter(isBot).map(({ data }) => String(data.text));
const toldOf = (order: string) => (stream: Stream) =>
  botWords(stream).filter((text) => text.startsWith(`As promised: order ${order} is out for delivery`)).length;

async function open(customer: string): Promise<{ readonly conversation: Conversation; readonly stream: Stream }> {
  const answer = await fetch(`${app.url}/demo/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ customerId: customer }),
  });
  const conversation = await chat().create({ locale: 'en', customer_token: (await jsonOf(answer)).customer_token });
  return { conversation, stream: await chat().follow(conversation) };
}

async function watch(conversation: Conversation, stream: Stream, order: string, id = 'watch'): Promise<void> {
  const said = botWords(stream).length;
  expect(await chat().say(conversation, id, `Tell me when order ${order} is out for delivery`)).toBe(202);
  await stream.until(() =>
    botWords(stream)
      .slice(said)
      .some((text) => /I'll (tell|let) you/i.test(text)),
  );
}

/** As a person moves a parcel: by the command, while the system runs. */
const advance = (order: string, state: string): void => {
  const ran = spawnSync(process.execPath, ['bots/cli/omotenashi.mjs', 'demo', 'advance', order, state], {
    cwd: root,
    env: { ...process.env, DATA_DIR: app.folder },
  });
  if (ran.status !== 0) throw new Error(String(ran.stderr));
};

test('the open chat hears it by itself, once, and again where it is asked for again', async () => {
  const { customer, order } = nextOrder();
  const { conversation, stream } = await open(customer);
  await watch(conversation, stream, order);
  advance(order, 'out_for_delivery');
  await stream.until(() => toldOf(order)(stream) === 1);
  advance(order, 'in_transit');
  await watch(conversation, stream, order, 'once-more');
  advance(order, 'out_for_delivery');
  await stream.until(() => toldOf(order)(stream) === 2);
  stream.close();
  const all = await chat().follow(conversation);
  await all.until(() => toldOf(order)(all) > 1);
  all.close();
  expect(toldOf(order)(all)).toBe(2);
}, 90_000);

test('two conversations that watch the same order both hear it', async () => {
  const { customer, order } = nextOrder();
  const both = [await open(customer), await open(customer)];
  for (const { conversation, stream } of both) await watch(conversation, stream, order);
  advance(order, 'out_for_delivery');
  for (const { stream } of both) {
    await stream.until(() => toldOf(order)(stream) > 0);
    stream.close();
    expect(toldOf(order)(stream)).toBe(1);
  }
}, 60_000);

test('a closed chat hears it first thing when it is opened again', async () => {
  const { customer, order } = nextOrder();
  const { conversation, stream } = await open(customer);
  await watch(conversation, stream, order);
  stream.close();
  const seen = stream.events.findLast(({ id }) => id !== undefined)?.id;
  advance(order, 'out_for_delivery');
  const again = await chat().follow(conversation, seen);
  await again.until(() => toldOf(order)(again) > 0);
  again.close();
  expect(again.events.filter(({ event }) => event === 'message').map(({ data }) => data.text)).toEqual([
    expect.stringContaining(`order ${order} is out for delivery`),
  ]);
}, 60_000);
