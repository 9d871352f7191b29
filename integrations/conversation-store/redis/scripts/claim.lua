-- claim: gives the first entry of one outbox to a sender.
-- KEYS  1 conversation  2 outbox  3 due  4 letters
-- ARGV  1 clock  2 conversation id  3 sender  4 claim, ms  5 partition  6 count of partitions
-- Answer {attempts before, 1 = an earlier sender vanished, entry as JSON}, or nil: nothing due, or another sends.
-- Keeps  one sender at a time and in order: only the first entry is ever given out, and it stays until it is acknowledged.
--@include clock
--@include letters
--@include outbox
local k = { conv = KEYS[1], outbox = KEYS[2], due = KEYS[3], letters = KEYS[4] }
return take_head(k, ARGV[2], ARGV[3], tonumber(ARGV[4]), clock(ARGV[1]), tonumber(ARGV[5]), tonumber(ARGV[6]))
