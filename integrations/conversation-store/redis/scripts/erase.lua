-- erase: takes a conversation away with all that lies in its partition; what lies elsewhere is left as an errand.
-- KEYS  1 conversation  2 inbox  3 seen  4 replies  5 outbox  6 work  7 due  8 timers  9 ages  10 letters  11 errands  12 records  13 erased
-- ARGV  1 clock  2 conversation id  3 'all', or 'idle': only when it was silent for too long and has nothing to do  4 idle, ms
--       5 a record for the archive, '' = none: written whether there was a conversation or not
-- Answer the errand, or nil: there was none, or it is not idle.
--@include clock
--@include records
local now = clock(ARGV[1])
local cid, idle = ARGV[2], ARGV[3] == 'idle'
local fields = redis.call('HKEYS', KEYS[1])
if ARGV[5] ~= '' then add_record(KEYS[12], now, ARGV[5]) end
if #fields == 0 then
  redis.call('ZREM', KEYS[9], cid)
  return nil
end
local timers = {}
for _, field in ipairs(fields) do
  local timer = string.match(field, '^t:(.*)$')
  if timer then timers[#timers + 1] = cid .. '\n' .. timer end
end
if idle then
  local touched = redis.call('ZSCORE', KEYS[9], cid)
  if not touched or tonumber(touched) > now - tonumber(ARGV[4]) then return nil end
  if #timers > 0 or redis.call('EXISTS', KEYS[2], KEYS[5]) > 0 then
    -- busy: looked at again in a day
    redis.call('ZADD', KEYS[9], now - tonumber(ARGV[4]) + 86400000, cid)
    return nil
  end
else
  for _, letter in ipairs(redis.call('ZRANGE', KEYS[10], 0, -1)) do
    if string.sub(letter, 1, #cid + 1) == cid .. '\n' then redis.call('ZREM', KEYS[10], letter) end
  end
end
local errand = 'erased\n' .. cid .. '\n' .. ARGV[3] .. '\n' .. (redis.call('HGET', KEYS[1], 'al') or '')
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5])
for n = 6, 9 do redis.call('ZREM', KEYS[n], cid) end
for _, timer in ipairs(timers) do redis.call('ZREM', KEYS[8], timer) end
redis.call('RPUSH', KEYS[11], errand)
if not idle then
  -- longer than any process remembers its commits: none of them brings the conversation back
  redis.call('ZREMRANGEBYSCORE', KEYS[13], '-inf', now)
  redis.call('ZADD', KEYS[13], now + 60000, cid)
  redis.call('PEXPIRE', KEYS[13], 60000)
end
return errand
