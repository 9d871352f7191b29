import { chatClient, echoes, says } from '../kit/chat-client.ts';
import { createSpawner } from '../kit/spawn-server.ts';
import { TEST_DIALOGS } from '../kit/start-app.ts';

const spawner = createSpawner();
afterAll(() => spawner.end());
const { newFolder } = spawner;

const start = (folder: string, settings: Readonly<Record<string, string>> = {}) =>
  spawner.start(folder, { FLOWS_DIR: TEST_DIALOGS, ...settings });

test('a killed process loses nothing: the page reads on, and every message is answered once and in order', async () => {
  const folder = newFolder();
  let server = await start(folder);
  const conversation = await chatClient(server.url).create({ locale: 'en' });
  let stream = await chatClient(server.url).follow(conversation);
  await chatClient(server.url).say(conversation, 'start', 'start the echo');
  await stream.until(says('What shall I say?'));
  const words: string[] = [];
  for (let round = 0; round < 3; round++) {
    const client = chatClient(server.url);
    const batch = Array.from({ length: 8 }, (_, n) => `round ${round} word ${n}`);
    // The last are still on their way when the process is killed; what was not acknowledged is sent again, as a page does.
    const statuses = await Promise.all(
      batch.map((text, n) => client.say(conversation, `r${round}-${n}`, text).catch(() => 0)),
    );
    expect(statuses.filter((status) => status === 202).length).toBeGreaterThan(0);
    await server.kill('SIGKILL');
    await stream.ended;
    const seen = stream.events.findLast(({ id }) => id !== undefined)?.id ?? 0;
    const before = [...stream.events];
    server = await start(folder);
    const again = chatClient(server.url);
    for (const [n, text] of batch.entries()) expect(await again.say(conversation, `r${round}-${n}`, text)).toBe(202);
    words.push(...batch);
    stream = await again.follow(conversation, seen);
    stream.events.unshift(...before);
    await stream.until(() => echoes(stream.events).length >= words.length);
  }
  const all = await chatClient(server.url).follow(conversation);
  await all.until(() => echoes(all.events).length >= words.length);
  stream.close();
  all.close();
  expect([...echoes(all.events)].sort()).toEqual([...words].sort());
  const customers = all.events
    .filter(({ data }) => data.from === 'customer')
    .map(({ data }) => data.text)
    .slice(1);
  expect([...customers].sort()).toEqual([...words].sort());
  const ids = all.events.flatMap(({ id }) => id ?? []);
  expect(ids).toEqual(ids.map((_, at) => at + 1));
  const followed = stream.events.flatMap(({ id }) => id ?? []);
  expect(followed).toEqual(followed.map((_, at) => at + 1));
  expect(await server.kill('SIGTERM')).toBe(0);
}, 120_000);

test('a second process is refused in words, and a killed one leaves no lock behind', async () => {
  const folder = newFolder();
  const first = await start(folder);
  const second = await start(folder);
  expect(second.url).toBe('');
  expect(second.output).toContain('Another process uses this data folder.');
  expect(second.child.exitCode).toBe(1);
  await first.kill('SIGKILL');
  const third = await start(folder);
  expect(third.output).toMatch(/^Omotenashi is ready: http:\/\/localhost:\d+$/m);
  expect(await third.kill('SIGINT')).toBe(0);
}, 60_000);

test('settings that cannot be used are named, and nothing starts', async () => {
  const server = await start(newFolder(), { PORT: 'eighty', LOG_LEVEL: 'loud', SHOP_ZONE: 'Mars' });
  expect(server.url).toBe('');
  for (const name of ['PORT', 'LOG_LEVEL', 'SHOP_ZONE']) expect(server.output).toContain(`${name}:`);
  expect(server.child.exitCode).toBe(1);
}, 30_000);
