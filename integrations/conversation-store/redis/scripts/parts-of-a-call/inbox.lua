-- An inbox entry is one string: number, line feed, id of the event as JSON, line feed, event as JSON.
-- Adds an event that was not seen yet, and remembers its id for seen_ms.
local function enqueue(conv, inbox, seen, mid, event, now, seen_ms)
  local seq = redis.call('HINCRBY', conv, 'sq', 1)
  redis.call('RPUSH', inbox, seq .. '\n' .. mid .. '\n' .. event)
  redis.call('ZADD', seen, now + seen_ms, mid)
  local keep = math.ceil(seen_ms) + 60000
  if redis.call('PTTL', seen) < keep then redis.call('PEXPIRE', seen, keep) end
end

-- Is the id of an event known, and its time not over?
local function is_seen(seen, mid, now)
  local ends = redis.call('ZSCORE', seen, mid)
  return ends and tonumber(ends) > now
end

-- Takes the first entries out and keeps what was answered to them ('' = nothing).
local function use_up(inbox, seen, replies, used, reply)
  if used == 0 then return end
  if reply ~= '' then
    for _, entry in ipairs(redis.call('LRANGE', inbox, 0, used - 1)) do
      redis.call('HSET', replies, string.match(entry, '^%d+\n([^\n]*)\n'), reply)
    end
    local keep = redis.call('PTTL', seen)
    if keep > 0 then redis.call('PEXPIRE', replies, keep) end
  end
  redis.call('LTRIM', inbox, used, -1)
end

-- Appends the ten entries that a turn is shown at once to an answer.
local function show_inbox(answer, inbox)
  for _, entry in ipairs(redis.call('LRANGE', inbox, 0, 9)) do answer[#answer + 1] = entry end
  return answer
end
