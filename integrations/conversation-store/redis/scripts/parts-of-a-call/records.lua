-- A record for the archive is one string: when it came in milliseconds, line feed, the record as it was given.
local function add_record(records, at, record)
  redis.call('RPUSH', records, string.format('%.3f', at) .. '\n' .. record)
end
