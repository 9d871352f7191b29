-- depths: how much waits in a partition; nothing is written.
-- KEYS  1 work  2 due  3 records  4 letters
-- Answer {conversations with something in the inbox, with something to send, records, letters}
return {
  redis.call('ZCARD', KEYS[1]), redis.call('ZCARD', KEYS[2]),
  redis.call('LLEN', KEYS[3]), redis.call('ZCARD', KEYS[4]),
}
