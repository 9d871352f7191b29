import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import Database from 'libsql';
import { createSqliteStore } from '../../integrations/conversation-store/sqlite/index.ts';
import { chatClient, echoes, says } from '../kit/chat-client.ts';
import { startApp } from '../kit/start-app.ts';

const root = resolve(__dirname, '..', '..');

/** As an operator types it, beside the running server. */
async function letters(folder: string, ...words: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'bots/cli/main.ts', 'letters', ...words, '--json'],
    { cwd: root, env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: folder } },
  );
  return JSON.parse(stdout);
}

test('an operator sees what was laid aside, replays it beside the running server, and drops the rest', async () => {
  const app = await startApp();
  const chat = chatClient(app.url);
  const conversation = await chat.create({ locale: 'en' });
  const stream = await chat.follow(conversation);
  await chat.say(conversation, 'start', 'start the echo');
  await stream.until(says('What shall I say?'));
  const database = new Database(`${app.folder}/omotenashi.db`);
  database.pragma('busy_timeout = 5000');
  const store = createSqliteStore({ database, now: Date.now, claimMs: 10_000, idleMs: 86_400_000 });
  const place = await store.locate(conversation.id);
  for (const text of ['laid aside', 'thrown away']) {
    const event = {
      id: text,
      at: new Date().toISOString(),
      from: place!.from,
      locale: 'en',
      kind: 'utterance',
      text,
    } as const;
    const limits = { leaseMs: 5000, dedupeMs: 60_000, inboxMax: 10 };
    const begun = await store.begin({ conversationId: conversation.id }, event, limits);
    if (begun.kind !== 'run') throw new Error(begun.kind);
    await store.bury(begun.lease, 1, 'Error');
    await store.release(begun.lease, 0);
  }
  database.close();

  const listed = await letters(app.folder, 'list');
  expect(listed).toMatchObject([
    { kind: 'turn', why: 'Error', conversationId: conversation.id },
    { kind: 'turn', why: 'Error', conversationId: conversation.id },
  ]);
  expect(JSON.stringify(listed)).not.toContain('laid aside');
  const ids = (listed as { id: number }[]).map(({ id }) => id);
  expect(await letters(app.folder, 'show', String(ids[1]))).toMatchObject({ id: ids[1], body: { text: 'laid aside' } });
  expect(await letters(app.folder, 'replay', String(ids[1]))).toEqual({ replayed: ids[1] });
  expect(await letters(app.folder, 'drop', String(ids[0]))).toEqual({ dropped: ids[0] });
  await stream.until(() => echoes(stream.events).length > 0);
  expect(echoes(stream.events)).toEqual(['laid aside']);
  expect(await letters(app.folder, 'list')).toEqual([]);
  stream.close();
  await app.end();
}, 120_000);
