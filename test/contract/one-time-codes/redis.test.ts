import { createRedisOneTimeCodes } from '../../../integrations/customers/create-redis-one-time-codes.ts';
import { redisForSuite } from '../../kit/redis-for-suite.ts';
import { startRedis, startRedisCluster, whereRedisIs } from '../../kit/redis-server.ts';
import { oneTimeCodesContract } from './one-time-codes-contract.ts';

function contractOver(name: string, start: Parameters<typeof redisForSuite>[0]): void {
  whereRedisIs(`over ${name}`, () => {
    const here = redisForSuite(start);
    let keepers = 0;
    oneTimeCodesContract({
      name,
      create: async () => ({
        codes: createRedisOneTimeCodes({ redis: here.redis, prefix: `cs${++keepers}` }),
        end: async () => {},
      }),
    });
  });
}

contractOver('redis', startRedis);
contractOver('redis cluster', startRedisCluster);
