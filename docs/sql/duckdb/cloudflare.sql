-- Loader of Cloudflare's HTTP requests as Logpush delivers them. The origin's status is 0 where it
-- did not answer. Time stamps may be in RFC 3339, in seconds or in nanoseconds.
CREATE OR REPLACE MACRO cloudflare_time(text) AS
    CASE
        WHEN text SIMILAR TO '\d{19}' THEN make_timestamp(text::BIGINT // 1000)
        WHEN text SIMILAR TO '\d{10}' THEN make_timestamp(text::BIGINT * 1000000)
        ELSE utc(text)
    END;

CREATE OR REPLACE MACRO cloudflare(files) AS TABLE
    SELECT
        cloudflare_time(EdgeStartTimestamp) AS time,
        ClientIP AS client,
        ClientRequestMethod AS method,
        ClientRequestHost AS host,
        ClientRequestURI AS path,
        whole(EdgeResponseStatus) AS status,
        CASE
            WHEN number(OriginResponseTime) > 0 THEN number(OriginResponseTime) / 1e9
            ELSE number(OriginResponseDurationMs) / 1e3
        END AS seconds,
        nullif(OriginIP, '') AS upstream,
        nullif(whole(OriginResponseStatus), 0) AS upstream_status,
        whole(OriginResponseStatus) > 0 AS answered,
        nullif(concat_ws(' ', EdgePathingSrc, EdgePathingStatus), '') AS detail
    FROM read_json(files, format = 'newline_delimited', ignore_errors = true, columns = {
        EdgeStartTimestamp: 'VARCHAR', ClientIP: 'VARCHAR', ClientRequestMethod: 'VARCHAR',
        ClientRequestHost: 'VARCHAR', ClientRequestURI: 'VARCHAR', EdgeResponseStatus: 'VARCHAR',
        OriginResponseTime: 'VARCHAR', OriginResponseDurationMs: 'VARCHAR', OriginIP: 'VARCHAR',
        OriginResponseStatus: 'VARCHAR', EdgePathingSrc: 'VARCHAR', EdgePathingStatus: 'VARCHAR'})
    WHERE EdgeResponseStatus IS NOT NULL;
