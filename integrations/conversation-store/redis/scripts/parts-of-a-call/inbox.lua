-- An inbox entry is one string: number, line feed, id of the event as JSON, line feed, event as JSON.
-- The entry before which one belongs that had this number when it came the first time; nil where it belongs to the end.
local function entry_after(inbox, number)
  for _, entry in ipairs(redis.call('LRANGE', inbox, 0, -1)) do
    if tonumber(string.match(entry, '^%d+')) > number then return entry end
  end
end

-- Adds an event that was not seen yet, and remembers its id for seen_ms. With the number that it had before it was lost, it goes to
-- its place among those that wait, unless a turn runs over them. Answers its number.
local function enqueue(conv, inbox, seen, mid, event, now, seen_ms, number, runs)
  local seq
  if number then
    seq = number
    if tonumber(redis.call('HGET', conv, 'sq') or 0) < seq then redis.call('HSET', conv, 'sq', seq) end
  else seq = redis.call('HINCRBY', conv, 'sq', 1) end
  local entry = seq .. '\n' .. mid .. '\n' .. event
  local next = number and not runs and entry_after(inbox, number)
  if next then redis.call('LINSERT', inbox, 'BEFORE', next, entry)
  else redis.call('RPUSH', inbox, entry) end
  redis.call('ZADD', seen, now + seen_ms, mid)
  local keep = math.ceil(seen_ms) + 60000
  if redis.call('PTTL', seen) < keep then redis.call('PEXPIRE', seen, keep) end
  return seq
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
