-- claim-records: the oldest records of a partition, for one process at a time, so that the archive is not written twice over.
-- KEYS  1 records  2 their reader
-- ARGV  1 clock  2 reader  3 for how long, ms; 0 = for anybody at any time  4 count
-- Answer {how many there are, entries…}; {-1} while another process reads.
-- Keeps  a record leaves only by `ack-records`.
--@include clock
local now = clock(ARGV[1])
local count = redis.call('LLEN', KEYS[1])
if count == 0 then return { 0 } end
if ARGV[3] ~= '0' then
  local reader, ends = string.match(redis.call('GET', KEYS[2]) or '', '^(%S+) (%S+)$')
  if reader and reader ~= ARGV[2] and tonumber(ends) > now then return { -1 } end
  redis.call('SET', KEYS[2], ARGV[2] .. ' ' .. string.format('%.3f', now + tonumber(ARGV[3])), 'PX', tonumber(ARGV[3]) + 60000)
end
local answer = { count }
for _, entry in ipairs(redis.call('LRANGE', KEYS[1], 0, tonumber(ARGV[4]) - 1)) do answer[#answer + 1] = entry end
return answer
