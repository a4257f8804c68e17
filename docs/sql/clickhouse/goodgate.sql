-- Goodgate's own access log in JSON. A status that the upstream sent stands in receivedStatus when
-- it is 400 or above.
INSERT INTO requests
SELECT
    parseDateTime64BestEffort(time, 3, 'UTC'),
    client, method, host, path,
    toUInt16OrZero(status),
    toFloat64OrNull(micros) / 1e6,
    if(endpoint = '', upstream, endpoint),
    if(receivedStatus = '' AND symptom = '', toUInt16OrNull(status), toUInt16OrNull(receivedStatus)),
    symptom = '' OR receivedStatus != '',
    symptom
FROM file('access.json', 'JSONEachRow',
    'time String, client String, method String, host String, path String, status String,
     micros String, endpoint String, upstream String, receivedStatus String, symptom String')
SETTINGS input_format_skip_unknown_fields = 1, input_format_json_read_numbers_as_strings = 1;
