import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chatClient, echoes, says } from '../kit/chat-client.ts';
import { TEST_DIALOGS } from '../kit/start-app.ts';

const root = resolve(__dirname, '..', '..');
const folders: string[] = [];
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'omotenashi-kill-'));
  folders.push(folder);
  return folder;
};

interface Process {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** The real process, as `npm start` runs it. Resolves when it is ready, or has ended. */
async function start(folder: string, more: Record<string, string> = {}): Promise<Process> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '-e', "import('./bots/server.ts').then((server) => server.startServer())"],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT: '0',
        DATA_DIR: folder,
        FLOWS_DIR: TEST_DIALOGS,
        FLOWS_WATCH: 'false',
        LOG_LEVEL: 'error',
        SWEEP_MS: '50',
        LEASE_MS: '1000',
        RENEW_MS: '200',
        CLAIM_MS: '1000',
        ...more,
      },
    },
  );
  running.add(child);
  let output = '';
  child.stdout?.on('data', (part) => {
    output += part;
  });
  child.stderr?.on('data', (part) => {
    output += part;
  });
  const ended = once(child, 'exit').then(([code]): number | null => {
    running.delete(child);
    return code;
  });
  const ready = new Promise<void>((told) => {
    child.stdout?.on('data', () => output.includes('ready') && told());
  });
  await Promise.race([ready, ended]);
  return {
    child,
    get output() {
      return output;
    },
    url: /Omotenashi is ready: (\S+)/.exec(output)?.[1]?.replace('localhost', '127.0.0.1') ?? '',
    kill: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

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
