-- A dead letter is one string: conversation, kind, time in milliseconds, reason, body as JSON, parted by line feeds.
-- Its number is its score: it rises, and its remainder by the count of partitions is the partition.
local function add_letter(letters, partition, partitions, now, cid, kind, why, body)
  local id = math.floor(now * 1000 / partitions) * partitions + partition
  local last = redis.call('ZREVRANGE', letters, 0, 0, 'WITHSCORES')[2]
  if last and id <= tonumber(last) then id = tonumber(last) + partitions end
  redis.call('ZADD', letters, id, cid .. '\n' .. kind .. '\n' .. math.floor(now) .. '\n' .. why .. '\n' .. body)
  -- at most 1,000 in a partition, and for 30 days
  redis.call('ZREMRANGEBYRANK', letters, 0, -1001)
  redis.call('ZREMRANGEBYSCORE', letters, '-inf', (now - 2592000000) * 1000)
end
