-- Loader of the access logs of AWS's application load balancers (gz, as they lie in the bucket).
-- A target status of '-' means that no target answered; times of -1 are unknown.
CREATE OR REPLACE MACRO alb(files) AS TABLE
    WITH columns AS (
        SELECT regexp_extract_all(line, '"[^"]*"|\S+') AS c FROM lines_of(files)),
    named AS (
        SELECT c[2] AS time, c[4] AS client, c[5] AS target,
            number(c[6]) AS waited, number(c[7]) AS answering, number(c[8]) AS sending,
            c[9] AS status, c[10] AS target_status, trim(c[13], '"') AS request,
            trim(c[25], '"') AS reason
        FROM columns
        WHERE len(c) >= 13 AND c[9] SIMILAR TO '\d{3}')
    SELECT
        utc(time) AS time,
        regexp_replace(client, ':\d+$', '') AS client,
        split_part(request, ' ', 1) AS method,
        regexp_extract(request, '://([^/:]+)', 1) AS host,
        regexp_extract(request, '://[^/]+(\S*)', 1) AS path,
        whole(status) AS status,
        greatest(waited, 0) + greatest(answering, 0) + greatest(sending, 0) AS seconds,
        nullif(target, '-') AS upstream,
        whole(target_status) AS upstream_status,
        target_status <> '-' AS answered,
        nullif(reason, '-') AS detail
    FROM named;
