-- invite: before a conversation ends in another, that one promises to stay for a while.
-- KEYS  1 the conversation that shall go on
-- ARGV  1 clock  2 the one that shall end  3 for how long, ms
-- Answer '' = promised, 'GONE', or the conversation where it went on itself.
-- Keeps  see `commit`: promises break every circle of merges at once.
--@include clock
local c = redis.call('HMGET', KEYS[1], 'v', 'mv')
if not c[1] then return 'GONE' end
if c[2] then return c[2] end
redis.call('HSET', KEYS[1], 'in:' .. ARGV[2], clock(ARGV[1]) + tonumber(ARGV[3]))
return ''
