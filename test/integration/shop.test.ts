import { resolve } from 'node:path';
import Database from 'libsql';
import { type Conversation, chatClient, jsonOf, type Stream } from '../kit/chat-client.ts';
import { type StartedApp, startApp } from '../kit/start-app.ts';

/** The shipped dialogs over the shipped world, as a visitor of the shop meets them. */
let app: StartedApp;
beforeAll(async () => {
  app = await startApp({ FLOWS_DIR: resolve(__dirname, '..', '..', 'dialogs', 'flows') });
}, 120_000);
afterAll(() => app.end());

const chat = () => chatClient(app.url);
const botWords = (stream: Stream) =>
  stream.events.flatMap(({ event, data }) => (event === 'message' && data.from === 'bot' ? [String(data.text)] : []));

interface Listed {
  readonly id: string;
  readonly locale: string;
  readonly postcode: string;
  readonly orders: readonly { readonly number: string; readonly state: string }[];
}

const customers = async (): Promise<readonly Listed[]> =>
  (await jsonOf(await fetch(`${app.url}/demo/customers.json`))).customers;

async function signIn(customerId: string): Promise<string> {
  const answer = await fetch(`${app.url}/demo/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ customerId }),
  });
  return (await jsonOf(answer)).customer_token;
}

async function begin(
  body: object,
): Promise<{ conversation: Conversation; stream: Stream; say(text: string): Promise<string[]> }> {
  const conversation = await chat().create(body);
  const stream = await chat().follow(conversation);
  await stream.until(({ event }) => event === 'message');
  let n = 0;
  return {
    conversation,
    stream,
    say: async (text) => {
      const before = botWords(stream).length;
      n += 1;
      await chat().say(conversation, `m${n}`, text);
      const until = Date.now() + 10_000;
      // The turn is over when the sign of typing ends.
      const off = () => stream.events.filter(({ event, data }) => event === 'typing' && data.on === false).length;
      while (off() < n && Date.now() < until) await new Promise((done) => setTimeout(done, 20));
      return botWords(stream).slice(before);
    },
  };
}

test('a visitor is greeted in their language', async () => {
  for (const [locale, word] of [
    ['en', /Aozora/],
    ['ja', /Aozora/],
  ] as const) {
    const { stream } = await begin({ locale });
    expect(botWords(stream)[0]).toMatch(word);
    stream.close();
  }
});

test('a signed-in customer hears of their own order without proving anything', async () => {
  const customer = (await customers()).find(({ locale, orders }) => locale === 'en' && orders.length > 0);
  if (!customer) throw new Error('no customer');
  const { stream, say } = await begin({ locale: 'en', customer_token: await signIn(customer.id) });
  const answer = (await say(`Where is my order ${customer.orders[0]?.number}?`)).join(' ');
  stream.close();
  expect(answer).not.toMatch(/postcode|ZIP|code/i);
  expect(answer.length).toBeGreaterThan(10);
}, 30_000);

test('a stranger is asked for proof, and the postcode opens that one order', async () => {
  const customer =
    (await customers()).find(({ locale, orders }) => locale === 'en' && orders[0]?.state === 'out_for_delivery') ??
    (await customers()).find(({ locale }) => locale === 'en');
  if (!customer) throw new Error('no customer');
  const { stream, say } = await begin({ locale: 'en' });
  const asked = (await say(`Where is my order ${customer.orders[0]?.number}?`)).join(' ');
  expect(asked).toMatch(/postcode|ZIP/i);
  const told = (await say(customer.postcode)).join(' ');
  stream.close();
  expect(told.length).toBeGreaterThan(10);
  expect(told).not.toMatch(/which ZIP or postcode/i);
}, 30_000);

test('a person who is asked for gets the context in the archive, and the page is told who speaks', async () => {
  const { conversation, stream, say } = await begin({ locale: 'en' });
  await say('I want to talk to a human');
  await stream.until(({ event, data }) => event === 'control' && data.owner === 'queue');
  stream.close();
  const archive = new Database(`${app.folder}/omotenashi.db`);
  archive.pragma('query_only = ON');
  const rows = archive
    .prepare("SELECT body FROM records WHERE kind = 'handoff' AND conversation = ?")
    .all(conversation.id) as { body: string }[];
  archive.close();
  expect(rows).toHaveLength(1);
  expect(JSON.parse(rows[0]?.body ?? '{}')).toMatchObject({ schema: 'handoff/1', reason: { code: 'asked' } });
}, 30_000);

test('the pages and their script are served under a strict policy', async () => {
  const answer = await fetch(`${app.url}/healthz`);
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
});
