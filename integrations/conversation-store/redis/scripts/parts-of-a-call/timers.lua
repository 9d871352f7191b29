-- Sets timers, or takes them away, as ARGV says from place `at` on: name and due time in ms ('' = taken away). Gives the place behind them.
local function set_timers(conv, timers, cid, at, count)
  for n = at, at + 2 * count - 1, 2 do
    local timer, due = ARGV[n], ARGV[n + 1]
    if due == '' then
      redis.call('HDEL', conv, 't:' .. timer)
      redis.call('ZREM', timers, cid .. '\n' .. timer)
    else
      redis.call('HSET', conv, 't:' .. timer, due)
      redis.call('ZADD', timers, due, cid .. '\n' .. timer)
    end
  end
  return at + 2 * count
end
