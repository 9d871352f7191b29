-- depart: what a conversation that has moved takes along; nothing is written. Nothing comes in any more: `begin` answers MOVED.
-- KEYS  1 conversation  2 inbox  3 seen  4 replies
-- Answer {aliases, {entries}, {event id, end of its time…}, {event id, reply…}}, or nil: it is not there, or has not moved.
local c = redis.call('HMGET', KEYS[1], 'mv', 'al')
if not c[1] then return nil end
return {
  c[2] or '', redis.call('LRANGE', KEYS[2], 0, -1),
  redis.call('ZRANGE', KEYS[3], 0, -1, 'WITHSCORES'), redis.call('HGETALL', KEYS[4]),
}
