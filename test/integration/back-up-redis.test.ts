import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startRedis, whereRedisIs } from '../kit/redis-server.ts';
import { beginTalks, goOn } from '../kit/running-talks.ts';
import { startApp } from '../kit/start-app.ts';

const run = promisify(execFile);
const TALKS = Number(process.env['TALKS'] ?? 40);
const NO_LIMITS = { RATE_CONVERSATIONS: '100000', RATE_REQUESTS: '1000000', RATE_MESSAGES: '1000000' };

whereRedisIs('conversations in Redis', () => {
  test('copied by redis-cli under load and read by another Redis, every one goes on from there', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'omotenashi-rdb-'));
    const first = await startRedis(['--appendonly', 'yes']);
    const running = await startApp({ ...NO_LIMITS, REDIS_URL: first.url });
    const talks = await beginTalks(running.url, TALKS);
    // As docs/how-to/back-up-and-restore.md has it.
    const copying = run('redis-cli', ['-u', first.url, '--rdb', path.join(copy, 'dump.rdb')]);
    await talks.talkUntil(copying);
    await running.end();
    await first.end();

    // Read without the log of writes, which would count as newer; then it is switched on.
    const second = await startRedis(['--dir', copy, '--dbfilename', 'dump.rdb', '--appendonly', 'no']);
    await run('redis-cli', ['-u', second.url, 'CONFIG', 'SET', 'appendonly', 'yes']);
    const restored = await startApp({ ...NO_LIMITS, REDIS_URL: second.url });
    const heard = await goOn(restored.url, talks);
    await restored.end();
    await second.end();
    rmSync(copy, { recursive: true, force: true });
    expect(heard.size).toBe(TALKS);
    for (const [conversation, echoes] of heard) {
      const said = talks.said.get(conversation) ?? [];
      expect(echoes).toEqual([...said.slice(0, echoes.length - 1), 'after the copy']);
    }
  }, 120_000);
});
