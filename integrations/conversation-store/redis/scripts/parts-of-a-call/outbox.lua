-- An outbox entry is one string: kind, epoch, id as JSON, the entry without its body as JSON, its body as JSON, parted by line feeds.
-- The last two lines of an entry: what its sender is given.
local function entry_of(head) return string.match(head, '^%l+\n%d+\n[^\n]*\n(.*)$') end

-- Gives the first entry of a conversation to a sender when it is due and nobody sends it: {attempts, uncertain, the last two lines}, or nil.
-- A reply of an earlier epoch becomes a dead letter: someone else speaks now.
local function take_head(k, cid, holder, claim_ms, now, partition, partitions)
  local due = redis.call('ZSCORE', k.due, cid)
  if not due or tonumber(due) > now then return nil end
  local c = redis.call('HMGET', k.conv, 'ob', 'obx', 'oa', 'ep')
  if c[1] and tonumber(c[2]) > now then
    redis.call('ZADD', k.due, c[2], cid)
    return nil
  end
  local attempts, epoch = tonumber(c[3] or 0), tonumber(c[4] or 0)
  while true do
    local head = redis.call('LINDEX', k.outbox, 0)
    if not head then
      redis.call('ZREM', k.due, cid)
      redis.call('HDEL', k.conv, 'ob', 'obx', 'oa')
      return nil
    end
    local kind, of, entry, body = string.match(head, '^(%l+)\n(%d+)\n[^\n]*\n([^\n]*\n(.*))$')
    if kind ~= 'reply' or tonumber(of) >= epoch then
      redis.call('HSET', k.conv, 'ob', holder, 'obx', now + claim_ms, 'oa', attempts + 1)
      redis.call('ZADD', k.due, now + claim_ms, cid)
      return { attempts, (c[1] and attempts > 0) and 1 or 0, entry }
    end
    redis.call('LPOP', k.outbox)
    add_letter(k.letters, partition, partitions, now, cid, kind, 'Someone else holds the conversation now.', body)
    attempts = 0
  end
end

-- Takes the first entry out when it is the one named. true: it was.
local function drop_head(k, id)
  local head = redis.call('LINDEX', k.outbox, 0)
  if not head or string.match(head, '^%l+\n%d+\n([^\n]*)\n') ~= id then return false end
  redis.call('LPOP', k.outbox)
  redis.call('HSET', k.conv, 'oa', 0)
  return true
end

-- When the outbox is to be looked at next: at `at`, or never while it is empty.
local function plan_sending(k, cid, at)
  if redis.call('EXISTS', k.outbox) == 0 then redis.call('ZREM', k.due, cid)
  else redis.call('ZADD', k.due, at, cid) end
end
