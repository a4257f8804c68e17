-- Loader of Goodgate's own access log in JSON (docs/schema/access-log.schema.json). A status that
-- the upstream sent stands in receivedStatus when it is 400 or above.
CREATE OR REPLACE MACRO goodgate(files) AS TABLE
    SELECT
        utc("time") AS time,
        client,
        method,
        host,
        path,
        whole(status) AS status,
        number(micros) / 1e6 AS seconds,
        coalesce(endpoint, upstream) AS upstream,
        coalesce(whole(receivedStatus), CASE WHEN symptom IS NULL THEN whole(status) END)
            AS upstream_status,
        symptom IS NULL OR receivedStatus IS NOT NULL AS answered,
        symptom AS detail
    FROM read_json(files, format = 'newline_delimited', ignore_errors = true, columns = {
        "time": 'VARCHAR', client: 'VARCHAR', method: 'VARCHAR', host: 'VARCHAR', path: 'VARCHAR',
        status: 'VARCHAR', micros: 'VARCHAR', endpoint: 'VARCHAR', upstream: 'VARCHAR',
        receivedStatus: 'VARCHAR', symptom: 'VARCHAR', listener: 'VARCHAR'})
    WHERE listener IS NOT NULL;
