import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { CHANNEL_PROFILES } from '../../../dialogs/scripts/channel-profiles.ts';
import type { DialogRevisions } from '../../../integrations/dialog-revisions/dialog-revisions.ts';
import { createSqliteDialogRevisions } from '../../../integrations/dialog-revisions/sqlite/index.ts';
import type { Telemetry } from '../../../integrations/telemetry/telemetry.ts';
import { type LiveEdits, openCurrentBook, type WatchedBook } from '../../../runtime/books/current-book.ts';

let folder: string;
let logged: { event: string; facts: unknown }[];
let revisions: DialogRevisions;
beforeEach(() => {
  revisions = createSqliteDialogRevisions({ database: new Database(':memory:'), now: Date.now, unusedMs: 86_400_000 });
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

const open = (liveEdits: LiveEdits = 'words', learned?: () => Promise<void>) =>
  openCurrentBook({
    revisions,
    liveEdits,
    folder,
    actions: {},
    profiles: CHANNEL_PROFILES,
    learn: () => ({ learned: learned?.(), understand: async () => ({ commands: [], confidence: 0, by: 'given' }) }),
    telemetry,
  });

const teach = (example: string) =>
  writeFileSync(
    join(folder, 'hello', 'en.yaml'),
    `texts: { hello: Hello. }\nexamples: [hi, hey, hello, greet me, ${example}]\n`,
  );

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

describe('a conversation keeps the dialogs it began with', () => {
  const wordsOf = async (book: WatchedBook, revision: string) =>
    (await book.of(revision)).book.texts.en['hello.hello']?.[0]?.text[0];
  const flow = (steps: string) =>
    writeFileSync(
      join(folder, 'hello', 'flow.yaml'),
      `schema: 1\nflow: hello\nversion: 1\ndescription: Says hello.\nowner: tests\nsteps:\n${steps}`,
    );

  test('in a process that was started with others, and read once', async () => {
    const begun = (await open()).current().book.revision;
    write('Good day.');
    const restarted = await open();
    expect(words(restarted)).toBe('Good day.');
    expect(await wordsOf(restarted, begun)).toBe('Hello.');
    expect(await restarted.of(begun)).toBe(await restarted.of(begun));
    expect(logged.filter(({ event }) => event === 'dialogs_recalled')).toHaveLength(1);
  });

  test('but a sentence that is edited live reaches it', async () => {
    const book = await open();
    const begun = book.current().book.revision;
    write('Good day.');
    await book.reload();
    expect(await wordsOf(book, begun)).toBe('Good day.');
  });

  test('and a step that is edited live does not, nor what is said from then on', async () => {
    const book = await open();
    const begun = book.current().book.revision;
    write('Good day.');
    await book.reload();
    flow('  - id: say_it\n    say: hello\n  - id: say_more\n    say: hello\n');
    await book.reload();
    write('Hi there.');
    await book.reload();
    expect(words(book)).toBe('Hi there.');
    expect(await wordsOf(book, begun)).toBe('Good day.');
    expect((await book.of(begun)).book.flows['hello']?.steps['say_more']).toBeUndefined();
  });

  test('unless everything that is edited is to reach it, or nothing', async () => {
    const [all, none] = [await open('all'), await open('none')];
    const begun = all.current().book.revision;
    write('Good day.');
    flow('  - id: say_it\n    say: hello\n  - id: say_more\n    say: hello\n');
    await all.reload();
    await none.reload();
    expect((await all.of(begun)).book).toBe(all.current().book);
    expect(await wordsOf(none, begun)).toBe('Hello.');
  });

  test('and goes on with the present ones where its own are gone, or spoilt, or cannot be carried out any more', async () => {
    const book = await open();
    expect(await book.of('0'.repeat(32))).toBe(book.current());
    await revisions.keep('spoilt', [{ path: 'hello/flow.yaml', text: 'schema: 1\nflow: [' }]);
    expect(await book.of('spoilt')).toBe(book.current());
    expect(logged.filter(({ event }) => event === 'dialogs_gone').map(({ facts }) => facts)).toEqual([
      { revision: '0'.repeat(32), kept: false },
      { revision: 'spoilt', kept: true },
    ]);
  });

  test('and its turn waits for the next try while they cannot be read', async () => {
    const book = await open();
    revisions.read = async () => {
      throw new Error('away');
    };
    await expect(book.of('another')).rejects.toThrow('away');
  });
});

test('dialogs are used when they have been learned: who begins waits for it, an edit keeps nobody waiting', async () => {
  const lessons: { end: () => void; fail: (fault: Error) => void }[] = [];
  const lesson = () => new Promise<void>((end, fail) => lessons.push({ end, fail }));
  let opened = false;
  const opening = open('all', lesson).then((book) => {
    opened = true;
    return book;
  });
  while (lessons.length < 1) await new Promise(setImmediate);
  expect(opened).toBe(false);
  lessons[0]?.end();
  const book = await opening;
  const [first] = book.current().book.examples.en['hello']?.slice(-1) ?? [];
  teach('good day to you');
  const reading = book.reload();
  while (lessons.length < 2) await new Promise(setImmediate);
  expect(book.current().book.examples.en['hello']?.at(-1)).toEqual(first);
  lessons[1]?.end();
  await reading;
  expect(book.current().book.examples.en['hello']?.at(-1)?.text).toBe('good day to you');
  teach('what cannot be learned');
  const failing = book.reload();
  while (lessons.length < 3) await new Promise(setImmediate);
  lessons[2]?.fail(new Error('no memory'));
  await expect(failing).rejects.toThrow('no memory');
  expect(book.current().book.examples.en['hello']?.at(-1)?.text).toBe('good day to you');
});
