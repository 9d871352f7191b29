import { createRedisEventLog, openRedis } from '../../../integrations/conversation-store/redis/index.ts';
import { whereRedisIs, withRedis } from '../../kit/redis-server.ts';
import { faultyRedis } from './faulty-redis.ts';

whereRedisIs('a line whose answer is lost', () => {
  test('is shown to those who follow here, though it is appended twice', () =>
    withRedis(async (server) => {
      const connection = await openRedis(server.url);
      const { redis, subscriber } = connection;
      const faulty = faultyRedis(redis);
      const log = createRedisEventLog({ redis: faulty.redis, subscriber, idleMs: 60_000 });
      let hear = (): void => {};
      const toldAgain = () =>
        new Promise<void>((resolve) => {
          hear = resolve;
        });
      const stands = toldAgain();
      log.follow('t', () => hear());
      await stands;
      const told = toldAgain();
      faulty.next('lose');
      expect(await log.append('t', 'k', 'message', { text: 'Here it is.' })).toBe(1);
      await told;
      expect(await log.read('t', 0, 10)).toMatchObject([{ seq: 1, body: { text: 'Here it is.' } }]);
      await connection.close();
    }));
});
