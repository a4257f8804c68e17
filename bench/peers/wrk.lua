-- One line of JSON at the end of a run; nothing per request, so the load stays cheap.
done = function(summary, latency, requests)
    local e = summary.errors
    io.write(string.format(
        '@{"requests":%d,"octets":%d,"micros":%d,"errors":%d,"p50":%d,"p99":%d}\n',
        summary.requests, summary.bytes, summary.duration,
        e.connect + e.read + e.write + e.status + e.timeout,
        latency:percentile(50), latency:percentile(99)))
end
