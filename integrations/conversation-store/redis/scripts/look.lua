-- look: what is to be done in a partition; nothing is written. One call for everything that processes look for every second.
-- KEYS  1 work  2 due  3 timers  4 ages  5 records  6 errands
-- ARGV  1 clock  2 at most  3 idle, ms
-- Answer {time, {conversation, lease end…}, {conversation, due…}, {conversation and timer, due…}, {idle conversations}, records, {errands}}
--@include clock
local now = clock(ARGV[1])
local function due(key) return redis.call('ZRANGEBYSCORE', key, '-inf', now, 'WITHSCORES', 'LIMIT', 0, ARGV[2]) end
return {
  string.format('%.3f', now), due(KEYS[1]), due(KEYS[2]), due(KEYS[3]),
  redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', now - tonumber(ARGV[3]), 'LIMIT', 0, ARGV[2]),
  redis.call('LLEN', KEYS[5]), redis.call('LRANGE', KEYS[6], 0, 9),
}
