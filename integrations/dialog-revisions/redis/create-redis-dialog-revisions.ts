import type { Cluster, Redis } from 'ioredis';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { DialogRevisions } from '../dialog-revisions.ts';
import { packFiles, unpackFiles } from '../pack-files.ts';

export interface RedisDialogRevisionsConfig {
  /** The caller closes it. */
  readonly redis: Redis | Cluster;
  /** How long a revision is kept that nobody keeps or reads again, in milliseconds. */
  readonly unusedMs: number;
}

const keyOf = (revision: string): string => `cs:dialogs:${revision}`;

/** Revisions of the dialogs beside the conversations: one key each. */
export function createRedisDialogRevisions({ redis, unusedMs }: RedisDialogRevisionsConfig): DialogRevisions {
  return {
    keep: async (revision, files) => {
      await answered(redis.set(keyOf(revision), packFiles(files), 'PX', unusedMs));
    },
    read: async (revision) => {
      const bytes = await answered(redis.getexBuffer(keyOf(revision), 'PX', unusedMs));
      return bytes ? unpackFiles(bytes) : undefined;
    },
  };
}

/** @throws CatalogueError `store_unavailable` */
async function answered<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (cause) {
    throw new CatalogueError('store_unavailable', undefined, { cause });
  }
}
