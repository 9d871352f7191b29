-- waiting: the inbox as it is now; nothing is written.
-- KEYS  1 conversation  2 inbox
-- ARGV  1 holder  2 token
-- Answer {attempts of the first entry, entries…}, or {0}: the lease is someone else's.
--@include inbox
local c = redis.call('HMGET', KEYS[1], 'lo', 'ft', 'at')
if c[1] ~= ARGV[1] or c[2] ~= ARGV[2] then return { 0 } end
return show_inbox({ tonumber(c[3] or 0) }, KEYS[2])
