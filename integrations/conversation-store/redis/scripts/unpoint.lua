-- unpoint: takes an alias away if it still points to a conversation.
-- KEYS  1 alias
-- ARGV  1 conversation id
-- Answer 1, or 0: it points elsewhere.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
