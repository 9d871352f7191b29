-- keep: a send takes long, and its sender keeps the conversation's outbox for another claim's time.
-- KEYS  1 conversation  2 due
-- ARGV  1 clock  2 conversation id  3 sender  4 claim, ms
-- Answer 1, or 0: another sends by now, and nothing was changed.
-- Keeps  one sender at a time: whoever lost the claim does not get it back.
--@include clock
local ends = clock(ARGV[1]) + tonumber(ARGV[4])
if redis.call('HGET', KEYS[1], 'ob') ~= ARGV[3] then return 0 end
redis.call('HSET', KEYS[1], 'obx', ends)
redis.call('ZADD', KEYS[2], 'XX', ends, ARGV[2])
return 1
