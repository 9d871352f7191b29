-- ack-records: the archive has them.
-- KEYS  1 records
-- ARGV  their ids as JSON
-- Answer how many records are left.
local done, left = {}, #ARGV
for _, id in ipairs(ARGV) do done[id] = true end
local head = redis.call('LRANGE', KEYS[1], 0, #ARGV * 2 + 100)
local run, gapless = 0, true
for _, entry in ipairs(head) do
  if left == 0 then break end
  local id = string.match(entry, '^[^\n]*\n[^\n]*\n([^\n]*)\n')
  if done[id] then
    left = left - 1
    if gapless then run = run + 1 else redis.call('LREM', KEYS[1], 1, entry) end
  else gapless = false end
end
if run > 0 then redis.call('LTRIM', KEYS[1], run, -1) end
return redis.call('LLEN', KEYS[1])
