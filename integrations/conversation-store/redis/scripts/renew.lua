-- renew: lengthens a lease by its own length.
-- KEYS  1 conversation  2 work
-- ARGV  1 clock  2 conversation id  3 holder  4 token
-- Answer 1, or 0: the lease is someone else's.
--@include clock
local now = clock(ARGV[1])
local c = redis.call('HMGET', KEYS[1], 'lo', 'ft', 'lm')
if c[1] ~= ARGV[3] or c[2] ~= ARGV[4] then return 0 end
local ends = now + tonumber(c[3])
redis.call('HSET', KEYS[1], 'lx', ends)
redis.call('ZADD', KEYS[2], 'XX', ends, ARGV[2])
return 1
