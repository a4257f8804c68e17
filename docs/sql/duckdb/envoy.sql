-- Loader of Envoy's and Istio's access log in JSON (Istio: accessLogEncoding: JSON). The details
-- say who made the answer: via_upstream was relayed.
CREATE OR REPLACE MACRO envoy_json(files) AS TABLE
    SELECT
        utc(start_time) AS time,
        regexp_replace(downstream_remote_address, ':\d+$', '') AS client,
        method,
        authority AS host,
        path,
        whole(response_code) AS status,
        number(duration) / 1000 AS seconds,
        nullif(upstream_host, '-') AS upstream,
        CASE WHEN response_code_details = 'via_upstream' THEN whole(response_code)
        END AS upstream_status,
        CASE WHEN response_code_details IS NOT NULL THEN response_code_details = 'via_upstream'
        END AS answered,
        concat_ws(' ', nullif(response_flags, '-'), response_code_details) AS detail
    FROM read_json(files, format = 'newline_delimited', ignore_errors = true, columns = {
        start_time: 'VARCHAR', downstream_remote_address: 'VARCHAR', method: 'VARCHAR',
        authority: 'VARCHAR', path: 'VARCHAR', response_code: 'VARCHAR', duration: 'VARCHAR',
        upstream_host: 'VARCHAR', response_flags: 'VARCHAR', response_code_details: 'VARCHAR'})
    WHERE response_code IS NOT NULL;
