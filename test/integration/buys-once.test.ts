import Database from 'libsql';
import { createDemoWorld } from '../../integrations/demo-world/create-demo-world.ts';
import { type Conversation, chatClient, jsonOf, type Stream } from '../kit/chat-client.ts';
import { createSpawner, type SpawnedServer } from '../kit/spawn-server.ts';

/** The shipped dialogs in a real process over a real file: whatever happens to a yes, it buys once, and what is said is true. */
const spawner = createSpawner();
const folder = spawner.newFolder();
let server: SpawnedServer;
let world: Database.Database;
let customers: readonly string[];

beforeAll(async () => {
  server = await spawner.start(folder, { CRASH_AT: 'after_action:confirm_renewal' });
  world = new Database(`${folder}/omotenashi.db`);
  const listed = createDemoWorld({ database: world, now: () => new Date() }).listWorld({ locale: 'en' }).customers;
  const declines = new Set(
    world
      .prepare("SELECT id FROM demo_customers WHERE json_extract(data, '$.card_declines')")
      .all()
      .map((row) => (row as { id: string }).id),
  );
  customers = listed
    .filter(({ id, plans }) => plans.length === 1 && plans[0]?.state === 'expiring' && !declines.has(id))
    .map(({ id }) => id);
}, 90_000);
afterAll(() => {
  world.close();
  spawner.end();
});

let taken = 0;
const nextCustomer = (): string => {
  const customer = customers[taken++];
  if (customer === undefined) throw new Error('no more customers with one plan that runs out soon');
  return customer;
};

const purchasesOf = (customer: string): number => {
  const rows = world.prepare('SELECT count(*) AS n FROM demo_purchases WHERE customer_id = ?').all(customer);
  return (rows[0] as { n: number }).n;
};

const botWords = (stream: Stream): readonly string[] =>
  stream.events.flatMap(({ event, data }) => (event === 'message' && data.from === 'bot' ? [String(data.text)] : []));

const heard = (stream: Stream, words: RegExp) => stream.until(() => botWords(stream).some((text) => words.test(text)));

const BOUGHT = /^Done: .+ You paid .+ receipt/;
/** Nothing that is said after a purchase may deny it, ask for it again or promise it anew. */
const UNTRUE = /declined|not renewed|nothing was charged|ran out|Shall I (go ahead|buy)|don't know (for sure|whether)/i;

async function signIn(customer: string): Promise<string> {
  const answer = await fetch(`${server.url}/demo/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ customerId: customer }),
  });
  return (await jsonOf(answer)).customer_token;
}

/** A conversation that waits for the yes which buys. */
async function readBack(customer: string): Promise<{ readonly conversation: Conversation; readonly stream: Stream }> {
  const chat = chatClient(server.url);
  const conversation = await chat.create({ locale: 'en', customer_token: await signIn(customer) });
  const stream = await chat.follow(conversation);
  await chat.say(conversation, 'wish', 'I want to renew my plan');
  await heard(stream, /Shall I go ahead/);
  return { conversation, stream };
}

/** Everything that was said, once every message so far has had its turn. */
async function wholeTalk(conversation: Conversation): Promise<readonly string[]> {
  const chat = chatClient(server.url);
  const stream = await chat.follow(conversation);
  await chat.say(conversation, 'last', 'thanks, goodbye');
  await stream.until(({ event, data }) => event === 'message' && data.id === 'last');
  const at = stream.events.findIndex(({ data }) => data.id === 'last');
  await stream.until((seen) => stream.events.indexOf(seen) > at && seen.data.from === 'bot');
  const words = botWords(stream);
  stream.close();
  return words;
}

function expectBoughtOnce(customer: string, words: readonly string[]): void {
  expect(purchasesOf(customer)).toBe(1);
  expect(words.filter((text) => BOUGHT.test(text))).toHaveLength(1);
  const after = words.slice(words.findIndex((text) => BOUGHT.test(text)));
  expect(after.filter((text) => UNTRUE.test(text))).toEqual([]);
}

test('a process killed after the purchase, after the commit and after the sending buys once, and the talk goes on by itself', async () => {
  const customer = nextCustomer();
  const { conversation, stream } = await readBack(customer);
  const posted = await chatClient(server.url)
    .say(conversation, 'yes', 'yes')
    .catch(() => 0);
  expect(await server.ended).toBeNull();
  expect(purchasesOf(customer)).toBe(1);
  expect(botWords(stream).filter((text) => BOUGHT.test(text))).toEqual([]);
  for (const point of ['after_commit', 'after_send']) {
    server = await spawner.start(folder, { CRASH_AT: point });
    expect(await server.ended).toBeNull();
  }
  server = await spawner.start(folder);
  // A page whose message got no answer sends it again.
  if (posted !== 202) await chatClient(server.url).say(conversation, 'yes', 'yes');
  const later = await chatClient(server.url).follow(conversation);
  await heard(later, BOUGHT);
  later.close();
  expectBoughtOnce(customer, await wholeTalk(conversation));
}, 120_000);

test('a yes that is said twice buys once', async () => {
  const customer = nextCustomer();
  const { conversation, stream } = await readBack(customer);
  const chat = chatClient(server.url);
  await chat.say(conversation, 'yes-1', 'yes');
  await chat.say(conversation, 'yes-2', 'yes');
  await heard(stream, BOUGHT);
  stream.close();
  expectBoughtOnce(customer, await wholeTalk(conversation));
}, 60_000);

test('the same yes from two tabs at once buys once, by words and by button', async () => {
  for (const yes of [{ text: 'yes' }, { choice: true }]) {
    const customer = nextCustomer();
    const { conversation, stream } = await readBack(customer);
    const chat = chatClient(server.url);
    const statuses = await Promise.all(
      ['tab-1', 'tab-2'].map(async (id) => (await chat.post(conversation, { id, ...yes })).status),
    );
    expect(statuses).toEqual([202, 202]);
    await heard(stream, BOUGHT);
    stream.close();
    expectBoughtOnce(customer, await wholeTalk(conversation));
  }
}, 60_000);

test('two conversations of one customer that wait for the same yes buy once, and both hear that it is done', async () => {
  const customer = nextCustomer();
  const talks = await Promise.all([readBack(customer), readBack(customer)]);
  await Promise.all(talks.map(({ conversation }) => chatClient(server.url).say(conversation, 'yes', 'yes')));
  for (const { stream } of talks) {
    await heard(stream, BOUGHT);
    stream.close();
  }
  expect(purchasesOf(customer)).toBe(1);
  const receipts = talks.map(({ stream }) => /number (R-\w+)/.exec(botWords(stream).join(' '))?.[1]);
  expect(receipts[0]).toBe(receipts[1]);
}, 60_000);

test.each(['again', 'another'])(
  'a lost reply and the message once more with %s id buys once',
  async (id) => {
    const customer = nextCustomer();
    const { conversation, stream } = await readBack(customer);
    stream.close();
    const chat = chatClient(server.url);
    expect(await chat.say(conversation, 'again', 'yes')).toBe(202);
    expect(await chat.say(conversation, id, 'yes')).toBe(202);
    const later = await chat.follow(conversation);
    await heard(later, BOUGHT);
    later.close();
    expectBoughtOnce(customer, await wholeTalk(conversation));
  },
  60_000,
);
