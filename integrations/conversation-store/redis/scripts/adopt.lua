-- adopt: a conversation takes in what another brought along, once.
-- KEYS  1 conversation  2 inbox  3 seen  4 replies  5 work  6… the other's aliases, in this partition
-- ARGV  1 clock  2 conversation id  3 the other's id  4 count of aliases  5 of entries  6 of ids  7 of replies
--       8… these: aliases, entries, ids with the end of their time, ids with their replies
-- Answer 'OK', 'GONE', or the conversation where this one went on itself.
-- Keeps  done twice is done once: the field `ad:<other>` remembers it.
--@include aliases
--@include clock
local now = clock(ARGV[1])
local c = redis.call('HMGET', KEYS[1], 'v', 'mv', 'ad:' .. ARGV[3], 'al', 'lo', 'lx')
if not c[1] then return 'GONE' end
if c[2] then return c[2] end
if c[3] then return 'OK' end
local at, keep = 8, 0
local known = c[4] or ''
for n = 1, tonumber(ARGV[4]) do
  redis.call('SET', KEYS[5 + n], ARGV[2])
  known = with_alias(known, ARGV[at])
  at = at + 1
end
redis.call('HSET', KEYS[1], 'al', known, 'ad:' .. ARGV[3], 1)
redis.call('HDEL', KEYS[1], 'in:' .. ARGV[3])
for _ = 1, tonumber(ARGV[5]) do
  local seq = redis.call('HINCRBY', KEYS[1], 'sq', 1)
  redis.call('RPUSH', KEYS[2], seq .. string.match(ARGV[at], '^%d+(\n.*)$'))
  at = at + 1
end
if redis.call('EXISTS', KEYS[2]) == 1 then
  redis.call('ZADD', KEYS[5], 'NX', free_at(c[5], c[6], now), ARGV[2])
end
for _ = 1, tonumber(ARGV[6]) do
  redis.call('ZADD', KEYS[3], 'GT', ARGV[at + 1], ARGV[at])
  keep = math.max(keep, math.ceil(tonumber(ARGV[at + 1]) - now) + 60000)
  at = at + 2
end
for _ = 1, tonumber(ARGV[7]) do
  redis.call('HSETNX', KEYS[4], ARGV[at], ARGV[at + 1])
  at = at + 2
end
for n = 3, 4 do
  if keep > 0 and redis.call('PTTL', KEYS[n]) < keep then redis.call('PEXPIRE', KEYS[n], keep) end
end
return 'OK'
