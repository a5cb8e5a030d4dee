-- lease_tokens: gives an instance a block of tokens of each prefix, after charging what it gave out on credit.
--
-- A bucket is one number, as in Buckets.java: the time, in microseconds of this server, at which it is full again.
-- It ends by itself when it is full.
--
-- KEYS     a bucket each
-- ARGV[1]  microseconds between two tokens
-- ARGV[2]  tokens in a full bucket
-- ARGV[3], ARGV[4] and so on: for each key tokens spent on credit, tokens wanted
-- answers  tokens granted for each key
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval = tonumber(ARGV[1])
local empty = now + tonumber(ARGV[2]) * interval
local granted = {}
for i, key in ipairs(KEYS) do
  local spent = tonumber(ARGV[1 + 2 * i])
  local wanted = tonumber(ARGV[2 + 2 * i])
  local due = math.max(tonumber(redis.call('GET', key) or now), now)
  -- Nobody owes more than a bucket holds: what is further back has filled up again.
  due = math.min(due + spent * interval, empty)
  -- The small addition keeps a token that binary fractions would lose.
  local grant = math.min(math.floor((empty - due) / interval + 0.001), wanted)
  due = due + grant * interval
  granted[i] = grant
  redis.call('SET', key, string.format('%.0f', due), 'PX', math.max(1, math.ceil((due - now) / 1000)))
end
return granted
