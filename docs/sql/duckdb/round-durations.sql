-- Which timeout is it? A limit that somebody set cuts requests at its own length: of the failures
-- of an upstream that took a second or more, those within half a second of a length that is usual
-- for limits (gunicorn 30, nginx and ALB 60, Cloudflare 100 …). A share near 1 names the limit
-- (causes upstream-read-timeout, upstream-worker-timeout);
-- shares spread over all lengths mean load.
WITH slow AS (
    SELECT upstream, status, seconds
    FROM requests
    WHERE status IN (502, 503, 504, 520, 524) AND seconds >= 1),
counted AS (
    SELECT upstream, status, count(*) AS slow FROM slow GROUP BY upstream, status)
SELECT
    slow.upstream,
    slow.status,
    usual.seconds AS limit_seconds,
    count(*) AS failures,
    round(count(*) / any_value(counted.slow), 4) AS share
FROM slow
JOIN (VALUES (3), (5), (10), (15), (20), (30), (50), (60), (90), (100), (120), (180), (240),
    (300), (600), (900), (3600)) AS usual(seconds)
    ON slow.seconds BETWEEN usual.seconds - 0.5 AND usual.seconds + 0.5
JOIN counted
    ON counted.upstream IS NOT DISTINCT FROM slow.upstream AND counted.status = slow.status
GROUP BY slow.upstream, slow.status, usual.seconds
ORDER BY failures DESC, limit_seconds;
