import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPANY_FAMILIES } from '../../bots/company-systems.ts';
import { chatClient } from '../kit/chat-client.ts';
import { startRedis, whereRedisIs } from '../kit/redis-server.ts';
import { startApp } from '../kit/start-app.ts';

whereRedisIs('with stores of its own and a company of its own', () => {
  test('a bot needs no database in its folder, and makes no demo world', async () => {
    const redis = await startRedis();
    const folder = mkdtempSync(join(tmpdir(), 'omotenashi-no-file-'));
    const systems = join(folder, 'company.yaml');
    // Nobody answers there: nothing is asked.
    const nowhere = 'http://127.0.0.1:1';
    writeFileSync(
      systems,
      JSON.stringify(Object.fromEntries(COMPANY_FAMILIES.map((one) => [one, { name: one, base_url: nowhere }]))),
    );
    const app = await startApp({
      ...{
        DATA_DIR: folder,
        REDIS_URL: redis.url,
        MONGODB_URL: 'mongodb://127.0.0.1:1/none',
        COMPANY_SYSTEMS: systems,
      },
    });
    try {
      await chatClient(app.url).create({ locale: 'en' });
      expect(existsSync(join(folder, 'omotenashi.db'))).toBe(false);
      expect(readdirSync(folder).filter((name) => /\.(db|lock)/.test(name))).toEqual([]);
    } finally {
      await app.end();
      await redis.end();
    }
  }, 60_000);
});
