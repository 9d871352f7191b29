-- fire: a due timer becomes an entry of the inbox, once.
-- KEYS  1 conversation  2 inbox  3 seen  4 work  5 timers
-- ARGV  1 clock  2 conversation id  3 timer  4 when it was due, ms  5 id of the event as JSON
--       6, 7, 8 the event as JSON, with room for the address after 6 and for the locale after 7  9 how long it is known, ms
-- Answer 1, or 0: it was taken away, set anew or fired meanwhile.
--@include clock
--@include inbox
local now = clock(ARGV[1])
local member = ARGV[2] .. '\n' .. ARGV[3]
local due = redis.call('ZSCORE', KEYS[5], member)
if not due or tonumber(due) ~= tonumber(ARGV[4]) then return 0 end
redis.call('ZREM', KEYS[5], member)
local c = redis.call('HMGET', KEYS[1], 'ad', 'lc', 'lo', 'lx')
redis.call('HDEL', KEYS[1], 't:' .. ARGV[3])
-- Without an address nobody ever spoke here, and no timer could have been set.
if not c[1] or is_seen(KEYS[3], ARGV[5], now) then return 0 end
enqueue(KEYS[1], KEYS[2], KEYS[3], ARGV[5], ARGV[6] .. c[1] .. ARGV[7] .. (c[2] or '"en"') .. ARGV[8], now, tonumber(ARGV[9]))
redis.call('ZADD', KEYS[4], 'NX', free_at(c[3], c[4], now), ARGV[2])
return 1
