import { createRedisEventLog, openRedis } from '../../../integrations/conversation-store/redis/index.ts';
import { type RedisServer, startRedis, startRedisCluster, whereRedisIs } from '../../kit/redis-server.ts';
import { eventLogContract } from './event-log-contract.ts';

function contractOver(name: string, open: () => Promise<Pick<RedisServer, 'url' | 'end'>>): void {
  whereRedisIs(`over ${name}`, () => {
    let server: Pick<RedisServer, 'url' | 'end'>;
    let logs = 0;
    beforeAll(async () => {
      server = await open();
    });
    afterAll(() => server.end());

    eventLogContract({
      name,
      create: async () => {
        const prefix = `cs${++logs}`;
        const [here, there] = await Promise.all([openRedis(server.url), openRedis(server.url)]);
        return {
          log: createRedisEventLog({ ...here, prefix, idleMs: 60_000 }),
          other: createRedisEventLog({ ...there, prefix, idleMs: 60_000 }),
          isShared: true,
          end: async () => {
            await here.close();
            await there.close();
          },
        };
      },
    });
  });
}

contractOver('redis', startRedis);
contractOver('redis cluster', startRedisCluster);
