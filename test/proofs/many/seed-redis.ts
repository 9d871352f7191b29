import { Redis } from 'ioredis';
import { z } from 'zod';
import { createKeys, PARTITIONS } from '../../../integrations/conversation-store/redis/keys.ts';
import { type ChatNames, chatAlias, newChatNames } from './chat-names.ts';

/** A conversation as it lies there: what it is copied from. */
interface Template {
  readonly cid: string;
  readonly address: ChatNames & { readonly accountId: string };
  /** Keys of its thread in the chat's log. */
  readonly lines: string;
  readonly numbers: string;
}

const address = z.object({ accountId: z.string(), userId: z.string(), threadId: z.string() });

/** Copies in one call, and calls on their way at once. */
const [BATCH, AT_ONCE] = [100, 8];
const TELL_EVERY = 50_000;
const SPREAD_MS = 20 * 86_400_000;

/**
 * Copies a conversation under new names, each with all that the store and the chat's log keep of one: itself, what it has seen, its
 * address, its lines, and its place in the partition's index by age.
 * KEYS  1 conversation  2 seen  3 lines  4 numbers   ARGV  1 old id  2 old user  3 old thread, then per copy: id, address's id, user,
 * thread, thread's id, touched
 */
const COPY = `
local fields, lines, numbers = redis.call('HGETALL', KEYS[1]), redis.call('LRANGE', KEYS[3], 0, -1), redis.call('HGETALL', KEYS[4])
local kept = redis.call('PTTL', KEYS[3])
local function tag(id) return 'cs:{b:' .. tonumber(string.sub(id, 1, 2), 36) .. '}' end
local function escaped(text) return (string.gsub(text, '%p', '%%%0')) end
local cid, user, thread = escaped(ARGV[1]), escaped(ARGV[2]), escaped(ARGV[3])
local function changed(list, from, step, old, new)
  local copy = {}
  for n = 1, #list do copy[n] = (n - from) % step == 0 and string.gsub(list[n], old, new) or list[n] end
  return copy
end
for at = 4, #ARGV, 6 do
  local id, alias, there = ARGV[at], ARGV[at + 1], tag(ARGV[at])
  local copy = {}
  for n = 1, #fields, 2 do
    local name, value = fields[n], fields[n + 1]
    if name == 'al' then value = alias
    elseif name == 'ci' then value = string.gsub(value, cid, id)
    elseif name == 'ad' then value = string.gsub(string.gsub(value, user, ARGV[at + 2]), thread, ARGV[at + 3]) end
    copy[n], copy[n + 1] = name, value
  end
  redis.call('HSET', there .. ':c:' .. id, unpack(copy))
  redis.call('COPY', KEYS[2], there .. ':m:' .. id)
  redis.call('SET', there .. ':a:' .. alias, id)
  redis.call('ZADD', there .. ':g', ARGV[at + 5], id)
  local log = ARGV[at + 4]
  redis.call('RPUSH', tag(log) .. ':l:' .. log, unpack(changed(lines, 1, 1, cid, id)))
  redis.call('HSET', tag(log) .. ':k:' .. log, unpack(changed(numbers, 1, 2, cid, id)))
  redis.call('PEXPIRE', tag(log) .. ':l:' .. log, kept)
  redis.call('PEXPIRE', tag(log) .. ':k:' .. log, kept)
end
`;

/**
 * Fills a Redis with so many stored conversations, copied from those that stand in it at their second turn, shaped exactly as they are
 * kept and spread over the last weeks. One server, no cluster.
 */
export async function seedRedis(url: string, count: number, tell: (line: string) => void): Promise<void> {
  const redis = new Redis(url);
  try {
    const templates = await templatesOf(redis);
    const from = performance.now();
    let next = 0;
    let told = 0;
    const lane = async (): Promise<void> => {
      while (next < count) {
        const template = templates[(next / BATCH) % templates.length];
        const size = Math.min(BATCH, count - next);
        next += size;
        if (template) await copy(redis, template, size);
        if (next - told < TELL_EVERY) continue;
        told = next;
        tell(`${next.toLocaleString('en')} conversations in Redis, ${Math.round((performance.now() - from) / 1000)} s`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  } finally {
    redis.disconnect();
  }
}

async function copy(redis: Redis, { cid, address: old, lines, numbers }: Template, size: number): Promise<void> {
  const source = keys.of(cid);
  const now = Date.now();
  const copies = Array.from({ length: size }, () => {
    const names = newChatNames();
    const aliasId = keys.aliasId(chatAlias(old.accountId, names));
    const id = keys.newConversationId(keys.partitionOf(aliasId) ?? 0);
    const logId = keys.aliasId(names.threadId);
    return [id, aliasId, names.userId, names.threadId, logId, now - Math.random() * SPREAD_MS];
  });
  const args = [cid, old.userId, old.threadId, ...copies.flat()];
  await redis.eval(COPY, 4, source.conversation, source.seen, lines, numbers, ...args);
}

const keys = createKeys('cs', PARTITIONS);
/** The greeting, and the answer to the first question. */
const TURNS = '2';

async function templatesOf(redis: Redis): Promise<readonly Template[]> {
  const threads = new Map<string, string>();
  for (const key of await redis.keys('cs:{b:*}:k:*')) {
    const cid = (await redis.hkeys(key)).map((name) => /^([\w-]{24})\.\d+\.\d+$/.exec(name)?.[1]).find(Boolean);
    if (cid !== undefined) threads.set(cid, key);
  }
  const found: Template[] = [];
  for (const [cid, numbers] of threads) {
    const [version, at] = await redis.hmget(keys.of(cid).conversation, 'v', 'ad');
    if (version !== TURNS || !at) continue;
    found.push({ cid, numbers, lines: numbers.replace(':k:', ':l:'), address: address.parse(JSON.parse(at)) });
  }
  if (found.length === 0) throw new Error('No conversation stands at its second turn: there is nothing to copy.');
  return found;
}
