-- release: gives a lease up without a turn; what waits is swept again after a while, but a new event may begin at once.
-- KEYS  1 conversation  2 inbox  3 work
-- ARGV  1 clock  2 conversation id  3 holder  4 token  5 after, ms
-- Answer 1, or 0: the lease is someone else's, and was left alone.
--@include clock
local now = clock(ARGV[1])
local c = redis.call('HMGET', KEYS[1], 'lo', 'ft')
if c[1] ~= ARGV[3] or c[2] ~= ARGV[4] then return 0 end
redis.call('HDEL', KEYS[1], 'lo', 'lx')
if redis.call('EXISTS', KEYS[2]) == 1 then redis.call('ZADD', KEYS[3], now + tonumber(ARGV[5]), ARGV[2])
else redis.call('ZREM', KEYS[3], ARGV[2]) end
return 1
