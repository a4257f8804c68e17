-- Loaders of nginx's access logs.

-- The combined format, which says nothing about upstreams:
--     $remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent
--     "$http_referer" "$http_user_agent"
-- A number right behind it is taken for $request_time.
CREATE OR REPLACE MACRO nginx_combined(files) AS TABLE
    WITH found AS (
        SELECT regexp_extract(line,
            '^(\S+) \S+ .*?\[([^\]]+)\] "(\S+) (\S+)[^"]*" (\d{3}) \S+(?: "(?:[^"\\]|\\.)*" "(?:[^"\\]|\\.)*"(?: "?(\d+\.\d{3})"?)?)?',
            ['client', 'time', 'method', 'path', 'status', 'seconds']) AS it
        FROM lines_of(files))
    SELECT
        clf_time(it.time) AS time,
        it.client AS client,
        it.method AS method,
        NULL::VARCHAR AS host,
        it.path AS path,
        whole(it.status) AS status,
        number(it.seconds) AS seconds,
        NULL::VARCHAR AS upstream,
        NULL::INTEGER AS upstream_status,
        NULL::BOOLEAN AS answered,
        NULL::VARCHAR AS detail
    FROM found
    WHERE it.status <> '';

-- The format of ingress-nginx:
--     … $request_length $request_time [$proxy_upstream_name] [$proxy_alternative_upstream_name]
--     $upstream_addr $upstream_response_length $upstream_response_time $upstream_status $req_id
-- $upstream_status is nginx's own 502 or 504 where nobody answered; then no octet came.
CREATE OR REPLACE MACRO ingress_nginx(files) AS TABLE
    WITH found AS (
        SELECT regexp_extract(line,
            '^(\S+) \S+ .*?\[([^\]]+)\] "(\S+) (\S+)[^"]*" (\d{3}) \S+ "(?:[^"\\]|\\.)*" "(?:[^"\\]|\\.)*" \d+ ([\d.]+) \[([^\]]*)\] \[[^\]]*\] ((?:\S+, )*\S+) ((?:\S+, )*\S+) ((?:\S+, )*\S+) ((?:\S+, )*\S+)',
            ['client', 'time', 'method', 'path', 'status', 'seconds', 'service', 'upstream',
             'octets', 'upstream_seconds', 'upstream_status']) AS it
        FROM lines_of(files))
    SELECT
        clf_time(it.time) AS time,
        it.client AS client,
        it.method AS method,
        NULL::VARCHAR AS host,
        it.path AS path,
        whole(it.status) AS status,
        number(it.seconds) AS seconds,
        last_try(it.upstream) AS upstream,
        whole(last_try(it.upstream_status)) AS upstream_status,
        coalesce(TRY_CAST(last_try(it.octets) AS BIGINT), 0) > 0
            OR coalesce(whole(last_try(it.upstream_status)) NOT IN (502, 504), false) AS answered,
        it.service AS detail
    FROM found
    WHERE it.status <> '';

-- JSON with keys named after nginx's variables (log_format … escape=json '{"time_iso8601":…').
-- With upstream_header_time it is certain whether the upstream answered.
CREATE OR REPLACE MACRO nginx_json(files) AS TABLE
    SELECT
        utc(time_iso8601) AS time,
        remote_addr AS client,
        request_method AS method,
        host,
        coalesce(request_uri, uri) AS path,
        whole(status) AS status,
        number(request_time) AS seconds,
        last_try(upstream_addr) AS upstream,
        whole(last_try(upstream_status)) AS upstream_status,
        CASE
            WHEN upstream_header_time IS NOT NULL THEN last_try(upstream_header_time) IS NOT NULL
            WHEN last_try(upstream_status) IS NULL THEN false
            WHEN last_try(upstream_status) NOT IN ('502', '504') THEN true
        END AS answered,
        NULL::VARCHAR AS detail
    FROM read_json(files, format = 'newline_delimited', ignore_errors = true, columns = {
        time_iso8601: 'VARCHAR', remote_addr: 'VARCHAR', request_method: 'VARCHAR',
        host: 'VARCHAR', request_uri: 'VARCHAR', uri: 'VARCHAR', status: 'VARCHAR',
        request_time: 'VARCHAR', upstream_addr: 'VARCHAR', upstream_status: 'VARCHAR',
        upstream_header_time: 'VARCHAR'})
    WHERE status IS NOT NULL;
