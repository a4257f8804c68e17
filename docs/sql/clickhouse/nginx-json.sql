-- JSON with keys named after nginx's variables. With upstream_header_time it is certain whether the
-- upstream answered.
INSERT INTO requests
SELECT
    parseDateTime64BestEffort(time_iso8601, 3, 'UTC'),
    remote_addr, request_method, host, request_uri,
    toUInt16OrZero(status),
    toFloat64OrNull(request_time),
    replaceRegexpOne(extract(upstream_addr, '([^, ]*)$'), '^-$', ''),
    toUInt16OrNull(extract(upstream_status, '([^, ]*)$')),
    multiIf(
        upstream_header_time != '', extract(upstream_header_time, '([^, ]*)$') != '-',
        extract(upstream_status, '([^, ]*)$') IN ('', '-'), 0,
        extract(upstream_status, '([^, ]*)$') NOT IN ('502', '504'), 1,
        NULL),
    ''
FROM file('access.json', 'JSONEachRow',
    'time_iso8601 String, remote_addr String, request_method String, host String,
     request_uri String, status String, request_time String, upstream_addr String,
     upstream_status String, upstream_header_time String')
SETTINGS input_format_skip_unknown_fields = 1, input_format_json_read_numbers_as_strings = 1;
