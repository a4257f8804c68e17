-- Cloudflare's HTTP requests as Logpush delivers them, times in RFC 3339. The origin's status is 0
-- where it did not answer.
INSERT INTO requests
SELECT
    parseDateTime64BestEffort(EdgeStartTimestamp, 3, 'UTC'),
    ClientIP, ClientRequestMethod, ClientRequestHost, ClientRequestURI,
    toUInt16OrZero(EdgeResponseStatus),
    if(toUInt64OrZero(OriginResponseTime) > 0,
        toFloat64OrNull(OriginResponseTime) / 1e9, toFloat64OrNull(OriginResponseDurationMs) / 1e3),
    OriginIP,
    nullIf(toUInt16OrZero(OriginResponseStatus), 0),
    toUInt16OrZero(OriginResponseStatus) > 0,
    trim(concat(EdgePathingSrc, ' ', EdgePathingStatus))
FROM file('*.log.gz', 'JSONEachRow',
    'EdgeStartTimestamp String, ClientIP String, ClientRequestMethod String,
     ClientRequestHost String, ClientRequestURI String, EdgeResponseStatus String,
     OriginResponseTime String, OriginResponseDurationMs String, OriginIP String,
     OriginResponseStatus String, EdgePathingSrc String, EdgePathingStatus String')
SETTINGS input_format_skip_unknown_fields = 1, input_format_json_read_numbers_as_strings = 1;
