import { openRedis, type RedisConnection } from '../../../integrations/conversation-store/redis/index.ts';
import { createRedisOneTimeCodes } from '../../../integrations/customers/create-redis-one-time-codes.ts';
import { type RedisServer, startRedis, startRedisCluster, whereRedisIs } from '../../kit/redis-server.ts';
import { oneTimeCodesContract } from './one-time-codes-contract.ts';

function contractOver(name: string, open: () => Promise<Pick<RedisServer, 'url' | 'end'>>): void {
  whereRedisIs(`over ${name}`, () => {
    let server: Pick<RedisServer, 'url' | 'end'>;
    let connection: RedisConnection;
    let keepers = 0;
    beforeAll(async () => {
      server = await open();
      connection = await openRedis(server.url);
    });
    afterAll(async () => {
      await connection.close();
      await server.end();
    });
    oneTimeCodesContract({
      name,
      create: async () => ({
        codes: createRedisOneTimeCodes({ redis: connection.redis, prefix: `cs${++keepers}` }),
        end: async () => {},
      }),
    });
  });
}

contractOver('redis', startRedis);
contractOver('redis cluster', startRedisCluster);
