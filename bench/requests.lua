-- Sends prepared requests, one after the other, each once; with "again" from the start when all are sent.
-- wrk -s requests.lua URL -- FILE [again]     FILE: raw HTTP requests, each ended by a zero byte

local requests, sent, again = {}, 0, false
local threads = {}
used_up = false

function init(args)
    local file = assert(io.open(args[1], "rb"))
    for request in file:read("*a"):gmatch("[^%z]+") do
        requests[#requests + 1] = request
    end
    file:close()
    again = args[2] == "again"
end

function request()
    sent = sent + 1
    if sent > #requests and not again then
        used_up = true
        wrk.thread:stop()
    end
    return requests[(sent - 1) % #requests + 1]
end

function setup(thread)
    threads[#threads + 1] = thread
end

function done(summary, latency)
    local errors = summary.errors
    print(string.format(
        '{"requests": %d, "microseconds": %d, "refused": %d, "broken": %d, "used_up": %s, "p50": %d, "p99": %d}',
        summary.requests, summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
        tostring(threads[1]:get("used_up")),
        latency:percentile(50), latency:percentile(99)
    ))
end
