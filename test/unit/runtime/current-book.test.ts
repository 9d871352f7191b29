import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHANNEL_PROFILES } from '../../../dialogs/scripts/channel-profiles.ts';
import type { Telemetry } from '../../../integrations/telemetry/telemetry.ts';
import { openCurrentBook, type WatchedBook } from '../../../runtime/books/current-book.ts';

let folder: string;
let logged: { event: string; facts: unknown }[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omotenashi-book-'));
  logged = [];
  mkdirSync(join(folder, 'hello'));
  writeFileSync(
    join(folder, 'hello', 'flow.yaml'),
    'schema: 1\nflow: hello\nversion: 1\ndescription: Says hello.\nowner: tests\nsteps:\n  - id: say_it\n    say: hello\n',
  );
  writeFileSync(join(folder, 'hello', 'ja.yaml'), 'texts: { hello: こんにちは }\nexamples: [あ, い, う, え, お]\n');
  write('Hello.');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (words: string) =>
  writeFileSync(
    join(folder, 'hello', 'en.yaml'),
    `texts: { hello: ${words} }\nexamples: [hi, hey, hello, greet me, say hello]\n`,
  );

const telemetry: Telemetry = {
  debug: () => {},
  info: (event, facts) => void logged.push({ event, facts }),
  warn: (event, facts) => void logged.push({ event, facts }),
  error: (event, facts) => void logged.push({ event, facts }),
};

const open = () =>
  openCurrentBook({
    folder,
    actions: {},
    profiles: CHANNEL_PROFILES,
    learn: () => ({ understand: async () => ({ commands: [], confidence: 0, by: 'given' }) }),
    telemetry,
  });

const words = (book: WatchedBook) => book.current().book.texts.en['hello.hello']?.[0]?.text[0];

test('a saved sentence goes live', async () => {
  const book = await open();
  expect(words(book)).toBe('Hello.');
  write('Good day.');
  await book.reload();
  expect(words(book)).toBe('Good day.');
});

test('a broken edit keeps the last good book and says what is wrong, where, and what to do', async () => {
  const book = await open();
  writeFileSync(
    join(folder, 'hello', 'flow.yaml'),
    'schema: 1\nflow: hello\nversion: 1\nsteps:\n  - id: x\n    say: nowhere\n    next: gone\n',
  );
  const problems = await book.reload();
  expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
  expect(words(book)).toBe('Hello.');
  expect(logged.filter(({ event }) => event === 'dialogs_problem')[0]?.facts).toMatchObject({
    place: expect.stringMatching(/^hello\/flow\.yaml:\d+:\d+$/),
    code: expect.any(String),
    hint: expect.any(String),
  });
});

test('an edit is seen without being told', async () => {
  const book = await open();
  const watching = book.watch(20);
  await new Promise((resolve) => setTimeout(resolve, 60));
  write('Nice to see you.');
  const until = Date.now() + 5000;
  while (words(book) !== 'Nice to see you.' && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 20));
  watching.stop();
  expect(words(book)).toBe('Nice to see you.');
});

test('an unchanged folder learns nothing anew', async () => {
  const book = await open();
  const before = book.current();
  await book.reload();
  expect(book.current()).toBe(before);
});

test('without a good book nothing begins, and the faults are named', async () => {
  writeFileSync(join(folder, 'hello', 'flow.yaml'), 'schema: 1\nflow: [');
  await expect(open()).rejects.toThrow(/hello\/flow\.yaml:\d+/);
});
