import type { Cluster, Redis } from 'ioredis';
import { askStore } from '../ask-store.ts';
import type { KeptCode, OneTimeCodes } from './one-time-codes.ts';

export interface RedisOneTimeCodesConfig {
  /** The caller closes it. */
  readonly redis: Redis | Cluster;
  /** What every key begins with. */
  readonly prefix?: string;
}

/** A code that is over is kept for a while, so that whoever comes late hears so. */
const AFTER_MS = 86_400_000;

/**
 * One-time codes in Redis, as hashes. A conversation's code is one hash: field `hash:<its hash>` holds it, field `sent:<request>` says that
 * it went out. Whoever takes a code takes its field away, and only one can.
 */
export function createRedisOneTimeCodes({ redis, prefix = 'cs' }: RedisOneTimeCodesConfig): OneTimeCodes {
  const keyOf = (conversationId: string): string => `${prefix}:code:{${conversationId}}`;
  return {
    put: async (code) => {
      const key = keyOf(code.conversationId);
      const until = Date.parse(code.expiresAt) + AFTER_MS;
      const { sent, hash, ...rest } = code;
      const replaced = redis.multi().del(key).hset(key, `hash:${hash}`, JSON.stringify(rest));
      if (sent) replaced.hset(key, `sent:${code.request}`, 1);
      await askStore(replaced.pexpireat(key, until).exec());
    },
    read: async (conversationId) => keptCode(await askStore(redis.hgetall(keyOf(conversationId)))),
    markSent: async (conversationId, request) => {
      const key = keyOf(conversationId);
      const expiresIn = await askStore(redis.pttl(key));
      // None is there any more, or it is another by now: then its mark means nothing and goes with it.
      if (expiresIn > 0)
        await askStore(
          redis
            .multi()
            .hset(key, `sent:${request}`, 1)
            .pexpire(key, Math.min(expiresIn, AFTER_MS * 2))
            .exec(),
        );
    },
    take: async (conversationId, hash) => (await askStore(redis.hdel(keyOf(conversationId), `hash:${hash}`))) === 1,
  };
}

function keptCode(fields: Record<string, string>): KeptCode | undefined {
  const field = Object.keys(fields).find((name) => name.startsWith('hash:'));
  const text = field === undefined ? undefined : fields[field];
  if (field === undefined || text === undefined) return undefined;
  // It is what `put` wrote.
  const code = JSON.parse(text) as Omit<KeptCode, 'hash' | 'sent'>;
  return { ...code, hash: field.slice('hash:'.length), sent: `sent:${code.request}` in fields };
}
