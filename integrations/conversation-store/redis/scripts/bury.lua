-- bury: the first entries of the inbox become dead letters; the lease stays.
-- KEYS  1 conversation  2 inbox  3 work  4 letters
-- ARGV  1 clock  2 conversation id  3 holder  4 token  5 count of entries  6 reason  7 partition  8 count of partitions
-- Answer 1, 0: the lease is someone else's, or 'USED': there are not so many.
--@include clock
--@include letters
local now = clock(ARGV[1])
local count = tonumber(ARGV[5])
local c = redis.call('HMGET', KEYS[1], 'lo', 'ft')
if c[1] ~= ARGV[3] or c[2] ~= ARGV[4] then return 0 end
if count == 0 then return 1 end
local entries = redis.call('LRANGE', KEYS[2], 0, count - 1)
if #entries < count then return 'USED' end
for _, entry in ipairs(entries) do
  local event = string.match(entry, '^%d+\n[^\n]*\n(.*)$')
  add_letter(KEYS[4], tonumber(ARGV[7]), tonumber(ARGV[8]), now, ARGV[2], 'turn', ARGV[6], event)
end
redis.call('LTRIM', KEYS[2], count, -1)
redis.call('HSET', KEYS[1], 'at', 0)
if redis.call('EXISTS', KEYS[2]) == 0 then redis.call('ZREM', KEYS[3], ARGV[2]) end
return 1
