-- reapply: offers a commit once more that a change of the master may have taken back.
-- KEYS  1 conversation  2 inbox  3 seen  4 replies  5 outbox  6 work  7 due  8 timers  9 ages  10 records
--       11 erased  [12 alias, in this partition]
-- ARGV  1 clock  2 conversation id  3 version that the commit made  4 commit id  5 state  6 epoch  7 locale as JSON  8 address as JSON
--       9 reply as JSON, '' = none  10 de-duplication, ms  11 alias, '' = none  12 count of ids  13 of entries to send  14 of records
--       15 of timers  16… these: ids of the events that were used up, as JSON; entries, records; timers as two
-- Answer 'KEPT' it is there, or the conversation was erased  'REPAIRED'  'GAP' an earlier commit is missing  'OTHER' another went on from the same state
-- Keeps  written only where the version is exactly one less; who runs the turn anew meanwhile is fenced by the version.
--@include clock
--@include records
--@include timers
local now = clock(ARGV[1])
local cid, version = ARGV[2], tonumber(ARGV[3])
local c = redis.call('HMGET', KEYS[1], 'v', 'ci', 'ob', 'obx')
local stored = tonumber(c[1] or 0)
if stored == version and c[2] ~= ARGV[4] then return 'OTHER' end
if stored >= version or redis.call('ZSCORE', KEYS[11], cid) then return 'KEPT' end
if stored < version - 1 then return 'GAP' end
if not c[1] and KEYS[12] then
  local at = redis.call('GET', KEYS[12])
  -- the customer has begun anew since: that one stays
  if at and at ~= cid then return 'OTHER' end
  redis.call('SET', KEYS[12], cid)
  redis.call('HSET', KEYS[1], 'al', ARGV[11])
end
redis.call('HSET', KEYS[1], 'v', version, 'ci', ARGV[4], 'ck', 'DONE', 'st', ARGV[5], 'ep', ARGV[6], 'lc', ARGV[7], 'ad', ARGV[8])
redis.call('ZADD', KEYS[9], now, cid)
local at = 16
local keep = tonumber(ARGV[10])
for _ = 1, tonumber(ARGV[12]) do
  local mid = ARGV[at]
  at = at + 1
  for n, entry in ipairs(redis.call('LRANGE', KEYS[2], 0, -1)) do
    if string.match(entry, '^%d+\n([^\n]*)\n') == mid then
      redis.call('LREM', KEYS[2], 1, entry)
      if n == 1 then redis.call('HSET', KEYS[1], 'at', 0) end
      break
    end
  end
  redis.call('ZADD', KEYS[3], now + keep, mid)
  if ARGV[9] ~= '' then redis.call('HSET', KEYS[4], mid, ARGV[9]) end
end
if redis.call('EXISTS', KEYS[2]) == 0 then redis.call('ZREM', KEYS[6], cid) end
for n = 3, 4 do
  if redis.call('PTTL', KEYS[n]) < keep then redis.call('PEXPIRE', KEYS[n], keep + 60000) end
end
local sends = tonumber(ARGV[13])
for _ = 1, sends do
  redis.call('RPUSH', KEYS[5], ARGV[at])
  at = at + 1
end
if sends > 0 then redis.call('ZADD', KEYS[7], 'NX', free_at(c[3], c[4], now), cid) end
for n = 1, tonumber(ARGV[14]) do
  add_record(KEYS[10], now + n / 1000, ARGV[at])
  at = at + 1
end
set_timers(KEYS[1], KEYS[8], cid, at, tonumber(ARGV[15]))
return 'REPAIRED'
