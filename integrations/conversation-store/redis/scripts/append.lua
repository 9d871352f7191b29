-- append: adds a line to a thread's log, once per key, and tells whoever follows it.
-- KEYS  1 lines  2 numbers by key  3 mark of a log that was erased a moment ago
-- ARGV  1 key  2 kind  3 body as JSON  4 how long the log is kept, ms  5 channel of the followers  6 the process that writes
--       7 '1' = only where the log has a line already, '2' = a line that stood before: not where the log was erased since
--       8 with '2': the number that it had, 0 = whatever comes next
-- Answer {number, 1 = it is new}; number 0: there is no such log; -1: lines before it are missing, and nothing was written
-- Keeps  numbers are 1, 2, 3 … without gaps: a line's number is its place in the list.
local known = redis.call('HGET', KEYS[2], ARGV[1])
if known then return { tonumber(known), 0 } end
if ARGV[7] == '1' and redis.call('EXISTS', KEYS[1]) == 0 then return { 0, 0 } end
if ARGV[7] == '2' and redis.call('EXISTS', KEYS[3]) == 1 then return { 0, 0 } end
if ARGV[7] == '2' and redis.call('LLEN', KEYS[1]) < tonumber(ARGV[8]) - 1 then return { -1, 0 } end
local seq = redis.call('RPUSH', KEYS[1], ARGV[2] .. '\n' .. ARGV[3])
redis.call('HSET', KEYS[2], ARGV[1], seq)
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
redis.call('PUBLISH', ARGV[5], ARGV[6] .. '\n' .. seq .. '\n' .. ARGV[2] .. '\n' .. ARGV[3])
return { seq, 1 }
