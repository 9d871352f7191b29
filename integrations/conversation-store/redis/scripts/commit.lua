-- commit: the whole of a turn, or nothing.
-- KEYS  1 conversation  2 inbox  3 seen  4 replies  5 outbox  6 work  7 due  8 timers  9 records  10 errands  11 letters
--       12… the turn's further aliases, in this partition
-- ARGV  1 clock  2 conversation id  3 holder  4 token  5 version  6 commit id  7 entries used up  8 state  9 epoch
--       10 locale as JSON  11 reply as JSON, '' = none  12 moved to, '' = nowhere  13 cap of the outbox  14 cap of the records
--       15 sender that takes the first entry at once, '' = none  16 claim, ms  17 partition  18 count of partitions
--       19 count of entries to send  20 of records  21 of timers  22 of aliases  23… these, in this order:
--       entries and records as they are kept, timers as two (name; due in ms, '' = taken away), aliases
-- Answer {'DONE'|'MORE', version, lease end, attempts of the first entry, claim, uncertain, outgoing, records dropped, entries…}:
--        claim = how often the outgoing entry was tried before, -1 where none was taken; lease end 0: another has the lease, stop
--        {'FENCED'}  {'USED'} more used than there is  {'OUTBOX'} outbox over its cap  {'CIRCLE'} two conversations would end in each other
-- Keeps  holder, token and version are all checked, since a failover may hand the same token out twice; everything is checked
--        before anything is written; the same commit id gets the same answer again and writes nothing but the lease.
--@include aliases
--@include clock
--@include inbox
--@include letters
--@include outbox
--@include records
--@include timers
local now = clock(ARGV[1])
local cid, used = ARGV[2], tonumber(ARGV[7])
local c = redis.call('HMGET', KEYS[1], 'lo', 'ft', 'v', 'ci', 'ck', 'lm', 'at', 'al', 'ob', 'obx')
if not c[3] then return { 'FENCED' } end
local mine = c[1] == ARGV[3] and c[2] == ARGV[4]
if c[4] == ARGV[6] then
  local answer = { c[5], c[3], 0, 0, -1, 0, '', 0 }
  if ARGV[15] ~= '' and c[9] == ARGV[15] then
    local head = redis.call('LINDEX', KEYS[5], 0)
    if head then
      answer[5] = tonumber(redis.call('HGET', KEYS[1], 'oa')) - 1
      answer[7] = entry_of(head)
    end
  end
  if c[5] == 'DONE' or not mine then return answer end
  answer[3], answer[4] = now + tonumber(c[6]), tonumber(c[7])
  redis.call('HSET', KEYS[1], 'lx', answer[3])
  if redis.call('EXISTS', KEYS[2]) == 1 then redis.call('ZADD', KEYS[6], answer[3], cid) end
  return show_inbox(answer, KEYS[2])
end
if not mine or c[3] ~= ARGV[5] then return { 'FENCED' } end
local waiting = redis.call('LLEN', KEYS[2])
local sends, records, timers, aliases = tonumber(ARGV[19]), tonumber(ARGV[20]), tonumber(ARGV[21]), tonumber(ARGV[22])
local moved = ARGV[12] ~= ''
if used > waiting then return { 'USED' } end
if sends > 0 and redis.call('LLEN', KEYS[5]) + sends > tonumber(ARGV[13]) then return { 'OUTBOX' } end
if moved then
  -- Of any ring of conversations that promised to take each other in, one at least is refused here, and one at least is not.
  for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
    local guest = string.match(field, '^in:(.*)$')
    if guest and guest < cid and tonumber(redis.call('HGET', KEYS[1], field)) > now then return { 'CIRCLE' } end
  end
end
-- From here on it writes.
local version = tonumber(c[3]) + 1
redis.call('HSET', KEYS[1], 'st', ARGV[8], 'v', version, 'ep', ARGV[9], 'lc', ARGV[10], 'ci', ARGV[6])
use_up(KEYS[2], KEYS[3], KEYS[4], used, ARGV[11])
waiting = waiting - used
local at = 23
if sends > 0 then
  for n = at, at + sends - 1 do redis.call('RPUSH', KEYS[5], ARGV[n]) end
  at = at + sends
  redis.call('ZADD', KEYS[7], 'NX', free_at(c[9], c[10], now), cid)
end
local dropped = 0
if records > 0 then
  for n = 0, records - 1 do add_record(KEYS[9], now + n / 1000, ARGV[at + n]) end
  at = at + records
  dropped = math.max(0, redis.call('LLEN', KEYS[9]) - tonumber(ARGV[14]))
  if dropped > 0 then redis.call('LTRIM', KEYS[9], dropped, -1) end
end
at = set_timers(KEYS[1], KEYS[8], cid, at, timers)
if aliases > 0 then
  local known = c[8] or ''
  local added = {}
  for n = 1, aliases do
    local alias = ARGV[at + n - 1]
    added[n] = alias
    redis.call('SET', KEYS[11 + n], cid)
    known = with_alias(known, alias)
  end
  redis.call('HSET', KEYS[1], 'al', known)
  redis.call('RPUSH', KEYS[10], 'point\n' .. cid .. '\n' .. table.concat(added, ' '))
end
if moved then
  for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
    local timer = string.match(field, '^t:(.*)$')
    if timer then
      redis.call('HDEL', KEYS[1], field)
      redis.call('ZREM', KEYS[8], cid .. '\n' .. timer)
    end
  end
  redis.call('HSET', KEYS[1], 'mv', ARGV[12])
  redis.call('RPUSH', KEYS[10], 'move\n' .. cid .. '\n' .. ARGV[12])
end
local answer = { 'DONE', version, 0, 0, -1, 0, '', dropped }
if waiting > 0 and not moved then
  local ends = now + tonumber(c[6])
  local attempts = used > 0 and 1 or tonumber(c[7]) + 1
  redis.call('HSET', KEYS[1], 'ck', 'MORE', 'lx', ends, 'at', attempts)
  redis.call('ZADD', KEYS[6], ends, cid)
  answer = { 'MORE', version, ends, attempts, -1, 0, '', dropped }
else
  redis.call('HSET', KEYS[1], 'ck', 'DONE', 'at', 0)
  redis.call('HDEL', KEYS[1], 'lo', 'lx')
  redis.call('ZREM', KEYS[6], cid)
end
if ARGV[15] ~= '' then
  local k = { conv = KEYS[1], outbox = KEYS[5], due = KEYS[7], letters = KEYS[11] }
  local taken = take_head(k, cid, ARGV[15], tonumber(ARGV[16]), now, tonumber(ARGV[17]), tonumber(ARGV[18]))
  if taken then answer[5], answer[6], answer[7] = taken[1], taken[2], taken[3] end
end
if answer[1] == 'MORE' then return show_inbox(answer, KEYS[2]) end
return answer
