import type { Cluster, Redis } from 'ioredis';
import { askStore } from '../../ask-store.ts';
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
      await askStore(redis.set(keyOf(revision), packFiles(files), 'PX', unusedMs));
    },
    read: async (revision) => {
      const bytes = await askStore(redis.getexBuffer(keyOf(revision), 'PX', unusedMs));
      return bytes ? unpackFiles(bytes) : undefined;
    },
  };
}
