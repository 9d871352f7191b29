import { createHash, randomBytes } from 'node:crypto';

/** How many slots the conversations are spread over. Fixed when a Redis is first used. */
export const PARTITIONS = 64;

/** Keys of one conversation, all in its partition's slot. */
export interface ConversationKeys {
  readonly conversation: string;
  readonly inbox: string;
  readonly seen: string;
  readonly replies: string;
  readonly outbox: string;
}

/** Keys of a partition: what is to be done in it. */
export interface PartitionKeys {
  readonly work: string;
  readonly due: string;
  readonly timers: string;
  readonly ages: string;
  readonly records: string;
  readonly reader: string;
  readonly errands: string;
  readonly letters: string;
  readonly erased: string;
}

/** Names of every key (docs/reference/redis-keys.md). Ids of conversations and of aliases begin with two signs for their partition. */
export interface Keys {
  readonly partitions: number;
  /** Nothing where it is no id of this store. */
  partitionOf(id: string): number | undefined;
  newConversationId(partition: number): string;
  /** An address as a short id that tells nobody who it is. */
  aliasId(alias: string): string;
  of(conversationId: string): ConversationKeys;
  at(partition: number): PartitionKeys;
  alias(partition: number, aliasId: string): string;
  counter(what: string, who: string): string;
}

const signsOf = (partition: number): string => partition.toString(36).padStart(2, '0');

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** @example createKeys('cs', 64).of('0fJk…').inbox // cs:{b:15}:i:0fJk… */
export function createKeys(prefix: string, partitions: number): Keys {
  const partitionOf = (id: string): number | undefined => {
    const partition = /^[0-9a-z]{2}[\w-]{22}$/.test(id) ? Number.parseInt(id.slice(0, 2), 36) : partitions;
    return partition < partitions ? partition : undefined;
  };
  const tag = (partition: number): string => `${prefix}:{b:${partition}}`;
  const everywhere = Array.from({ length: partitions }, (_, partition) => partitionKeys(tag(partition)));
  const idOf = (text: string): string => {
    const digest = digestOf(text);
    return signsOf(digest.readUInt32BE(20) % partitions) + digest.toString('base64url', 0, 16);
  };
  return {
    partitions,
    partitionOf,
    newConversationId: (partition) => signsOf(partition) + randomBytes(16).toString('base64url'),
    aliasId: idOf,
    of: (id) => conversationKeys(tag(partitionOf(id) ?? 0), id),
    at: (partition) => everywhere[partition] ?? partitionKeys(tag(partition)),
    alias: (partition, aliasId) => `${tag(partition)}:a:${aliasId}`,
    counter: (what, who) => {
      const id = idOf(who);
      return `${tag(partitionOf(id) ?? 0)}:n:${what}:${id}`;
    },
  };
}

const conversationKeys = (tag: string, id: string): ConversationKeys => ({
  conversation: `${tag}:c:${id}`,
  inbox: `${tag}:i:${id}`,
  seen: `${tag}:m:${id}`,
  replies: `${tag}:p:${id}`,
  outbox: `${tag}:o:${id}`,
});

const partitionKeys = (tag: string): PartitionKeys => ({
  work: `${tag}:w`,
  due: `${tag}:d`,
  timers: `${tag}:t`,
  ages: `${tag}:g`,
  records: `${tag}:r`,
  reader: `${tag}:rr`,
  errands: `${tag}:q`,
  letters: `${tag}:x`,
  erased: `${tag}:e`,
});
