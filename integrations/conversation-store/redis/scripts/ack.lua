-- ack: the platform has it. It leaves the outbox whoever sends by now; the next entry may be taken in the same step.
-- KEYS  1 conversation  2 outbox  3 due  4 letters
-- ARGV  1 clock  2 conversation id  3 sender  4 id of the entry as JSON  5 sender that takes the next at once, '' = none
--       6 claim, ms  7 partition  8 count of partitions
-- Answer as `claim`: the next entry, or nil.
--@include clock
--@include letters
--@include outbox
local now = clock(ARGV[1])
local k = { conv = KEYS[1], outbox = KEYS[2], due = KEYS[3], letters = KEYS[4] }
drop_head(k, ARGV[4])
local sender = redis.call('HGET', KEYS[1], 'ob')
if sender == ARGV[3] then
  redis.call('HDEL', KEYS[1], 'ob', 'obx')
  sender = false
end
if sender and sender == ARGV[5] then
  -- the answer was lost and the call came again: the next entry is this sender's already
  local head = redis.call('LINDEX', KEYS[2], 0)
  return head and { 0, 0, entry_of(head) } or nil
end
if sender then
  -- another sends: its claim runs on, and nothing is due before it ends
  if redis.call('EXISTS', KEYS[2]) == 0 then redis.call('ZREM', KEYS[3], ARGV[2]) end
  return nil
end
plan_sending(k, ARGV[2], now)
if ARGV[5] == '' then return nil end
return take_head(k, ARGV[2], ARGV[5], tonumber(ARGV[6]), now, tonumber(ARGV[7]), tonumber(ARGV[8]))
