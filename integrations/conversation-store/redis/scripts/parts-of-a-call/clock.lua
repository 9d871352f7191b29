-- The time in milliseconds since 1970, to the microsecond. It is the server's own: no process's clock counts.
-- given: '' always, but in tests, which bring a clock of their own.
local function clock(given)
  if given ~= '' then return tonumber(given) end
  local t = redis.call('TIME')
  return t[1] * 1000 + t[2] / 1000
end

-- When what somebody may hold is free: when the holder's time ends, or now.
local function free_at(holder, ends, now)
  return (holder and tonumber(ends) > now) and ends or now
end
