-- nack: it did not go through: later again, or never; or it was not tried at all.
-- KEYS  1 conversation  2 outbox  3 due  4 letters
-- ARGV  1 clock  2 conversation id  3 sender  4 id of the entry as JSON  5 after, ms, '' = never, 'back' = not tried, at once again  6 reason  7 kind  8 body as JSON
--       9 partition  10 count of partitions
-- Answer 1, or 0: another sends by now, and nothing was changed.
--@include clock
--@include letters
--@include outbox
local now = clock(ARGV[1])
if redis.call('HGET', KEYS[1], 'ob') ~= ARGV[3] then return 0 end
local k = { conv = KEYS[1], outbox = KEYS[2], due = KEYS[3], letters = KEYS[4] }
redis.call('HDEL', KEYS[1], 'ob', 'obx')
if ARGV[5] == 'back' then
  redis.call('HINCRBY', KEYS[1], 'oa', -1)
  plan_sending(k, ARGV[2], now)
elseif ARGV[5] ~= '' then plan_sending(k, ARGV[2], now + tonumber(ARGV[5]))
else
  if drop_head(k, ARGV[4]) then
    add_letter(KEYS[4], tonumber(ARGV[9]), tonumber(ARGV[10]), now, ARGV[2], ARGV[7], ARGV[6], ARGV[8])
  end
  plan_sending(k, ARGV[2], now)
end
return 1
