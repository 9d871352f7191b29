import { openRedis, type RedisConnection } from '../../integrations/conversation-store/redis/index.ts';
import { type RedisServer, startRedis } from './redis-server.ts';

export interface RedisForSuite {
  readonly url: string;
  readonly redis: RedisConnection['redis'];
  readonly subscriber: RedisConnection['subscriber'];
}

/**
 * A Redis for all tests of a `describe`, with a connection to it: there from the first of them to the last.
 * @param start one server unless told otherwise
 */
export function redisForSuite(start: () => Promise<Pick<RedisServer, 'url' | 'end'>> = startRedis): RedisForSuite {
  let server: Pick<RedisServer, 'url' | 'end'>;
  let connection: RedisConnection;
  beforeAll(async () => {
    server = await start();
    connection = await openRedis(server.url);
  });
  afterAll(async () => {
    await connection.close();
    await server.end();
  });
  return {
    get url() {
      return server.url;
    },
    get redis() {
      return connection.redis;
    },
    get subscriber() {
      return connection.subscriber;
    },
  };
}
