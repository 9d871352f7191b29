import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { openRecordsOf } from '../../bots/open-records-of.ts';
import { PRODUCT_FOLDER } from '../../bots/product-folder.ts';
import { signSession } from '../../channels/webchat/session-token.ts';
import { type Conversation, chatClient, echoes, type Stream } from '../kit/chat-client.ts';
import { type StartedApp, startApp } from '../kit/start-app.ts';

const OLD = path.resolve(__dirname, '..', 'fixtures', 'store-v1');
/** The fixture grows older every day; here nothing is too old. */
const SETTINGS = { IDLE_DAYS: '3650' };
/** Six conversations of that time, by name. */
const talks = z
  .array(
    z.object({
      ...{ name: z.string(), conversationId: z.string(), thread: z.string(), userId: z.string(), origin: z.string() },
      said: z.array(z.string()).optional(),
    }),
  )
  .parse(JSON.parse(readFileSync(path.join(OLD, 'conversations.json'), 'utf8')));

let folder: string;
let app: StartedApp | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-old-'));
  for (const name of ['session.key', 'handoff.key']) copyFileSync(path.join(OLD, name), path.join(folder, name));
  const database = new Database(path.join(folder, 'omotenashi.db'));
  database.exec(readFileSync(path.join(OLD, 'omotenashi.sql'), 'utf8'));
  database.close();
});
afterEach(async () => {
  await app?.stop();
  app = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A token of today for a conversation of then. */
async function conversationOf(name: string): Promise<Conversation> {
  const talk = talks.find((one) => one.name === name);
  if (!talk) throw new Error(name);
  const key = Buffer.from(readFileSync(path.join(OLD, 'session.key'), 'utf8').trim(), 'base64url');
  const { conversationId, thread, userId, origin } = talk;
  const times = { now: Math.floor(Date.now() / 1000), seconds: 600 };
  return {
    id: conversationId,
    token: await signSession(key, { conversationId, thread, userId, origin }, times),
    expiresIn: 600,
  };
}

const botWords = (stream: Stream): string[] =>
  stream.events.flatMap(({ event, data }) => (event === 'message' && data.from === 'bot' ? [String(data.text)] : []));

test('every conversation of an older version goes on: what waited is answered, what was unsent is sent, nothing twice', async () => {
  app = await startApp({ ...SETTINGS, DATA_DIR: folder });
  const client = chatClient(app.url);
  for (const { name, said = [] } of talks.filter((one) => one.said)) {
    const conversation = await conversationOf(name);
    const stream = await client.follow(conversation);
    expect(await client.say(conversation, 'today', 'a new word')).toBe(202);
    await stream.until(({ data }) => data.from === 'bot' && String(data.text).includes('a new word'));
    stream.close();
    const words =
      name === 'japanese'
        ? botWords(stream).flatMap((text) => /「(.*)」ですね/.exec(text)?.[1] ?? [])
        : echoes(stream.events);
    expect([name, words]).toEqual([name, [...said, 'a new word']]);
  }
}, 60_000);

test("a conversation in the product's dialogs keeps its matter, and one in the queue its timer", async () => {
  app = await startApp({
    ...SETTINGS,
    DATA_DIR: folder,
    FLOWS_DIR: path.join(PRODUCT_FOLDER, 'dialogs', 'flows'),
  });
  const client = chatClient(app.url);
  const order = await conversationOf('order');
  const stream = await client.follow(order);
  const before = botWords(stream).length;
  await client.say(order, 'today', 'what did you say?');
  await stream.until(() => botWords(stream).length > before);
  stream.close();
  // It was asked for the number of the order, and asks for it again.
  expect(botWords(stream).slice(before).join(' ')).toMatch(/AB123456/);

  const queue = await conversationOf('queue');
  const waiting = await client.follow(queue);
  // Its time to wait has run out since: the timer of then fires, once, and the bot takes over again.
  await waiting.until(({ event, data }) => event === 'control' && data.epoch === 2);
  const count = botWords(waiting).length;
  await client.say(queue, 'today', 'はい');
  await waiting.until(() => botWords(waiting).length > count);
  waiting.close();
  const controls = waiting.events.flatMap(({ event, data }) => (event === 'control' ? [[data.owner, data.epoch]] : []));
  expect(controls.slice(-2)).toEqual([
    ['queue', 1],
    ['bot', 2],
  ]);
}, 90_000);

test('the archive of then answers the questions of today, and the version before reads what this one leaves behind', async () => {
  app = await startApp({ ...SETTINGS, DATA_DIR: folder });
  const client = chatClient(app.url);
  const conversation = await conversationOf('talking');
  const stream = await client.follow(conversation);
  await client.say(conversation, 'today', 'a new word');
  await stream.until(({ data }) => data.from === 'bot' && String(data.text).includes('a new word'));
  stream.close();
  await app.stop();
  app = undefined;
  await expectArchive();
  expectReadableThen();
}, 60_000);

async function expectArchive(): Promise<void> {
  const { records, close } = await openRecordsOf({ DATA_DIR: folder, MONGODB_URL: undefined });
  const find = (query: object) => records.find({ limit: 100, ...query });
  const turns = await find({ kind: 'turn' });
  // Twenty were there; one waited for the archive, and one is of today.
  expect(turns.length).toBeGreaterThanOrEqual(22);
  expect(await find({ kind: 'handoff' })).toHaveLength(1);
  expect(turns[0]).not.toHaveProperty('outcome');
  expect((await find({ outcome: 'open' })).length).toBeGreaterThan(0);
  await close();
}

interface Column {
  readonly name: string;
  readonly notnull: number;
  readonly dflt_value: unknown;
}

/** That version's tables are all there with all their columns; what was added may be absent, so that its own statements hold. */
function expectReadableThen(): void {
  const schema = readFileSync(path.join(OLD, 'omotenashi.sql'), 'utf8');
  const [then, now] = [new Database(':memory:'), new Database(path.join(folder, 'omotenashi.db'))];
  then.exec(schema);
  // Rows of these name a table, and a column.
  const columnsOf = (of: Database.Database, table: string) =>
    of.prepare(`PRAGMA table_info(${table})`).all() as Column[];
  const tables = then
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { readonly name: string }[];
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const known = columnsOf(then, name);
    const found = columnsOf(now, name);
    const added = found.filter((column) => !known.some((one) => one.name === column.name));
    expect(found).toEqual(
      expect.arrayContaining(known.map((column) => expect.objectContaining({ name: column.name }))),
    );
    expect(added.filter(({ notnull, dflt_value }) => notnull === 1 && dflt_value === null)).toEqual([]);
  }
  then.close();
  now.close();
}
