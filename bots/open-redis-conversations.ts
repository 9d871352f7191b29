import { randomBytes } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import { askStore } from '../integrations/ask-store.ts';
import { createRedisEventLog, createRedisStore, openRedis } from '../integrations/conversation-store/redis/index.ts';
import { createRedisOneTimeCodes } from '../integrations/customers/create-redis-one-time-codes.ts';
import { createRedisDialogRevisions } from '../integrations/dialog-revisions/redis/index.ts';
import type { Telemetry } from '../integrations/telemetry/telemetry.ts';
import type { Settings } from './config.ts';
import type { Conversations } from './conversations.ts';
import { idleMs, unusedMs } from './keep-times.ts';
import { watchLosses } from './watch-losses.ts';

const KEY_BYTES = 32;
const MINUTE_MS = 60_000;

/**
 * Conversations in Redis, for any number of processes. They agree with no further setting: what they sign with lies there too.
 * @throws CatalogueError `store_unavailable` when nothing answers, `store_unfit` when this Redis would lose conversations
 */
export async function openRedisConversations(
  url: string,
  settings: Settings,
  telemetry: Telemetry,
): Promise<Conversations> {
  const onFault = (fault: Error) => telemetry.warn('redis_fault', {}, fault);
  const connection = await openRedis(url, { onFault });
  const { redis, subscriber } = connection;
  try {
    for (const { code, message } of await connection.check())
      telemetry.warn('redis_should_be_mended', { code, message });
  } catch (fault) {
    await connection.close();
    throw fault;
  }
  const kept = { redis, idleMs: idleMs(settings) };
  const watched = watchLosses(telemetry);
  const store = createRedisStore({
    ...{ ...kept, claimMs: settings.CLAIM_MS, lookMs: settings.SWEEP_MS * LOOK_SHARE },
    ...{ onBack: watched.onBack, onRepair: watched.onRepair, onDrop: watched.onDrop },
  });
  return {
    store,
    mayHaveLost: watched.mayHaveLost,
    log: createRedisEventLog({ ...kept, subscriber }),
    codes: createRedisOneTimeCodes({ redis }),
    revisions: createRedisDialogRevisions({ redis, unusedMs: unusedMs(settings) }),
    key: (name) => sharedKey(redis, name),
    addTaken: (limit, who, count) => store.count(`rate:${limit}`, who, MINUTE_MS, count),
    close: async () => {
      await store.close();
      await connection.close();
    },
  };
}

/** What other processes left is looked for at every sweep: this much below its pause, so that none is missed by a hair. */
const LOOK_SHARE = 0.9;

/** Whoever asks first makes it; everybody gets the same. */
async function sharedKey(redis: Redis | Cluster, name: string): Promise<Uint8Array> {
  const place = `cs:key:${name}`;
  const ask = async () => {
    await redis.set(place, randomBytes(KEY_BYTES).toString('base64url'), 'NX');
    return redis.get(place);
  };
  const kept = await askStore(ask());
  const key = Buffer.from(kept ?? '', 'base64url');
  if (key.length < KEY_BYTES) throw new CatalogueError('settings_invalid', `REDIS_URL: ${place} holds no key.`);
  return new Uint8Array(key);
}
