import type { Redis } from 'ioredis';
import { createRedisEventLog, openRedis } from '../../../integrations/conversation-store/redis/index.ts';
import { whereRedisIs, withRedis } from '../../kit/redis-server.ts';

/** The first script is run, and its answer never comes. */
function losingOneAnswer(redis: Redis): Redis {
  let lost = false;
  return new Proxy(redis, {
    get: (target, name) => {
      if (name !== 'evalsha') return Reflect.get(target, name);
      return async (sha: string, count: number, ...rest: string[]) => {
        const answer = await target.evalsha(sha, count, ...rest);
        if (lost) return answer;
        lost = true;
        throw new Error('Command timed out');
      };
    },
  });
}

whereRedisIs('a line whose answer is lost', () => {
  test('is shown to those who follow here, though it is appended twice', () =>
    withRedis(async (server) => {
      const connection = await openRedis(server.url);
      const { redis, subscriber } = connection;
      // Tells Redis the script.
      await createRedisEventLog({ redis, subscriber, idleMs: 60_000 }).append('other', 'k', 'message', {});
      // Of a single server the client is this one.
      const single = redis as Redis;
      const log = createRedisEventLog({ redis: losingOneAnswer(single), subscriber, idleMs: 60_000 });
      let hear = (): void => {};
      const toldAgain = () =>
        new Promise<void>((resolve) => {
          hear = resolve;
        });
      const stands = toldAgain();
      log.follow('t', () => hear());
      await stands;
      const told = toldAgain();
      expect(await log.append('t', 'k', 'message', { text: 'Here it is.' })).toBe(1);
      await told;
      expect(await log.read('t', 0, 10)).toMatchObject([{ seq: 1, body: { text: 'Here it is.' } }]);
      await connection.close();
    }));
});
