-- begin: alias to conversation, de-duplication, queue, lease, fencing token and state in one step.
-- KEYS  1 conversation  2 inbox  3 seen  4 replies  5 work  6 ages  [7 alias, in this partition]
-- ARGV  1 clock  2 conversation id  3 holder: new with each call, the same when the call is repeated  4 lease, ms  5 de-duplication, ms
--       6 cap of the inbox  7 id of the event as JSON, '' = none  8 event as JSON  9 its address as JSON  10 its locale as JSON
--       11 how the id came about: 'id' asked for by it, 'fresh' made up for a new conversation, 'known' believed or told
--       12 the conversation that led here, '' = none: an alias that still points there is turned to this one
--       13 '1' where this partition is the alias's home  14 alias  15 id of the commit whose state the caller has
--       16 the number that the event had before it was lost, '' = it comes for the first time
--       17 with such a number: it is only laid into the inbox, and whoever sweeps runs it after so many ms
-- Answer {'RUN', token, version, lease end, attempts, commit id, state, entries…}: state '=' the caller has it, '' none yet
--        {'WAIT', its number or nil} a turn runs, or will run, and find the event  {'DUP', reply or nil}  {'FULL'}  {'UNKNOWN'}
--        {'MOVED', id} ask there  {'ASK'} ask at the alias's home  {'GONE'} believed in vain, ask anew
-- Keeps  only RUN, WAIT write; a conversation is in `work` if and only if its inbox holds something; the token never falls;
--        a repetition by the same holder gets RUN again, counts as no attempt and adds nothing.
--@include aliases
--@include clock
--@include inbox
local now = clock(ARGV[1])
local cid, holder, mid, mode, from = ARGV[2], ARGV[3], ARGV[7], ARGV[11], ARGV[12]
local c = redis.call('HMGET', KEYS[1], 'v', 'mv', 'lo', 'lx', 'at', 'ci', 'al')
local point = false
if KEYS[7] then
  local at = redis.call('GET', KEYS[7])
  if at == from then at = false end
  if mode == 'fresh' then
    if at then return { 'MOVED', at } end
    c[1] = '0'
  else
    if c[2] then return { 'MOVED', c[2] } end
    if not c[1] then return { 'GONE' } end
    if at and at ~= cid then return { 'MOVED', at } end
    if not at and from == '' and ARGV[13] ~= '1' then return { 'ASK' } end
  end
  point = at ~= cid
else
  if c[2] then return { 'MOVED', c[2] } end
  if not c[1] then return { 'UNKNOWN' } end
end
local mine = c[3] == holder
local runs = c[3] and not mine and tonumber(c[4]) > now
local number = tonumber(ARGV[16])
local waiting = redis.call('LLEN', KEYS[2])
local new = false
if mid ~= '' then
  if is_seen(KEYS[3], mid, now) then
    if not mine then return { 'DUP', redis.call('HGET', KEYS[4], mid) } end
  elseif waiting >= tonumber(ARGV[6]) then return { 'FULL' }
  else new = true end
end
-- From here on it writes.
if mode == 'fresh' then redis.call('HSET', KEYS[1], 'v', 0) end
if point then
  redis.call('SET', KEYS[7], cid)
  local known = with_alias(c[7] or '', ARGV[14])
  if known ~= c[7] then redis.call('HSET', KEYS[1], 'al', known) end
end
if new then
  local over = redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', now, 'LIMIT', 0, 20)
  if #over > 0 then
    redis.call('ZREM', KEYS[3], unpack(over))
    redis.call('HDEL', KEYS[4], unpack(over))
  end
  number = enqueue(KEYS[1], KEYS[2], KEYS[3], mid, ARGV[8], now, tonumber(ARGV[5]), number, runs)
  waiting = waiting + 1
  redis.call('HSET', KEYS[1], 'ad', ARGV[9])
  redis.call('HSETNX', KEYS[1], 'lc', ARGV[10])
end
redis.call('ZADD', KEYS[6], now, cid)
if runs or ARGV[16] ~= '' then
  if waiting > 0 then redis.call('ZADD', KEYS[5], 'NX', runs and c[4] or now + tonumber(ARGV[17]), cid) end
  return { 'WAIT', number }
end
local ends = now + tonumber(ARGV[4])
local attempts = tonumber(c[5] or 0)
local token
if mine then token = redis.call('HGET', KEYS[1], 'ft')
else
  token = redis.call('HINCRBY', KEYS[1], 'ft', 1)
  if waiting > 0 then attempts = attempts + 1 end
end
redis.call('HSET', KEYS[1], 'lo', holder, 'lx', ends, 'lm', ARGV[4], 'at', attempts)
if waiting > 0 then redis.call('ZADD', KEYS[5], ends, cid) end
local state = '='
if not c[6] or c[6] ~= ARGV[15] then state = redis.call('HGET', KEYS[1], 'st') or '' end
return show_inbox({ 'RUN', token, c[1], ends, attempts, c[6] or '', state }, KEYS[2])
