-- Envoy's and Istio's access log in JSON. The details say who made the answer: via_upstream was
-- relayed.
INSERT INTO requests
SELECT
    parseDateTime64BestEffort(start_time, 3, 'UTC'),
    replaceRegexpOne(downstream_remote_address, ':\\d+$', ''),
    method, authority, path,
    toUInt16OrZero(response_code),
    toFloat64OrNull(duration) / 1000,
    replaceRegexpOne(upstream_host, '^-$', ''),
    if(response_code_details = 'via_upstream', toUInt16OrNull(response_code), NULL),
    if(response_code_details = '', NULL, response_code_details = 'via_upstream'),
    trim(concat(replaceRegexpOne(response_flags, '^-$', ''), ' ', response_code_details))
FROM file('access.json', 'JSONEachRow',
    'start_time String, downstream_remote_address String, method String, authority String,
     path String, response_code String, duration String, upstream_host String,
     response_flags String, response_code_details String')
SETTINGS input_format_skip_unknown_fields = 1, input_format_json_read_numbers_as_strings = 1;
