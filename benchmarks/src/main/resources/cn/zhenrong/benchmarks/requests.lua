-- Sends the requests of a file, one path a line, over and over; every connection of this one thread takes the next.
local requests = {}
local count = 0
local at = 0

function init(args)
  for path in io.lines(args[1]) do
    count = count + 1
    requests[count] = wrk.format("GET", path)
  end
end

function request()
  at = at % count + 1
  return requests[at]
end

function done(summary, latency, requests)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), latency:percentile(99.9), failed, summary.errors.status))
end
