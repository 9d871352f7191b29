import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chatClient, echoes, says } from '../kit/chat-client.ts';
import { startApp } from '../kit/start-app.ts';

const root = resolve(__dirname, '..', '..');

/** The command of docs/how-to/run-it.md, for the folders of a test. */
function copyCommand(from: string, to: string): string {
  const page = readFileSync(join(root, 'docs', 'how-to', 'run-it.md'), 'utf8');
  const command = /^node -e "(.*VACUUM INTO.*)"$/m.exec(page)?.[1];
  if (!command) throw new Error('the page names no command');
  return command
    .replace('.data/omotenashi.db', `${from}/omotenashi.db`)
    .replace('copy/omotenashi.db', `${to}/omotenashi.db`);
}

test('a copy that is taken while customers talk is whole: the system starts on it, and the talk goes on', async () => {
  const running = await startApp();
  const client = chatClient(running.url);
  const conversation = await client.create({ locale: 'en' });
  const stream = await client.follow(conversation);
  await client.say(conversation, 'start', 'start the echo');
  await stream.until(says('What shall I say?'));
  const copy = mkdtempSync(join(tmpdir(), 'omotenashi-copy-'));
  const copying = spawn(process.execPath, ['-e', copyCommand(running.folder, copy)], { cwd: root, stdio: 'inherit' });
  const copied = once(copying, 'exit').then(([code]) => code);
  let done = false;
  void copied.then(() => {
    done = true;
  });
  let n = 0;
  for (; n < 20 || !done; n++) expect(await client.say(conversation, `m${n}`, `word ${n}`)).toBe(202);
  expect(await copied).toBe(0);
  for (const name of readdirSync(running.folder).filter((one) => one.endsWith('.key')))
    copyFileSync(join(running.folder, name), join(copy, name));
  await stream.until(() => echoes(stream.events).length === n);
  stream.close();
  await running.end();

  const restored = await startApp({ DATA_DIR: copy });
  const again = chatClient(restored.url);
  const later = await again.follow(conversation);
  await again.say(conversation, 'after', 'after the copy');
  await later.until(() => echoes(later.events).includes('after the copy'));
  later.close();
  await restored.end();
  // Nothing is torn: what the copy holds of the talk is its beginning, in order, each word answered.
  const words = echoes(later.events).slice(0, -1);
  expect(words).toEqual(words.map((_, at) => `word ${at}`));
}, 60_000);
