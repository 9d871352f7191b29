-- count: raises a counter in its window, which begins with the first.
-- KEYS  1 counter
-- ARGV  1 clock  2 window, ms  3 by how much; 0 only reads
-- Answer its value, never below 0.
--@include clock
local now = clock(ARGV[1])
local by = tonumber(ARGV[3])
local value, ends = string.match(redis.call('GET', KEYS[1]) or '', '^(%d+) (%S+)$')
if not value or tonumber(ends) <= now then
  value = 0
  ends = string.format('%.3f', now + tonumber(ARGV[2]))
end
local counted = math.max(0, value + by)
if by == 0 or counted == 0 and tonumber(value) == 0 then return counted end
redis.call('SET', KEYS[1], counted .. ' ' .. ends, 'PX', math.ceil(tonumber(ends) - now) + 60000)
return counted
