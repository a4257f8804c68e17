-- Which timeout is it? A limit that somebody set cuts requests at its own length: of the failures
-- that took a second or more, those within half a second of a length that is usual for limits
-- (gunicorn 30, nginx and ALB 60, Cloudflare 100 …). Most of them at one length: that limit
-- (causes upstream-read-timeout, upstream-worker-timeout).
SELECT
    upstream,
    status,
    arrayJoin(arrayFilter(usual -> abs(assumeNotNull(seconds) - usual) <= 0.5,
        [3, 5, 10, 15, 20, 30, 50, 60, 90, 100, 120, 180, 240, 300, 600, 900, 3600]))
        AS limit_seconds,
    count() AS failures
FROM requests
WHERE status IN (502, 503, 504, 520, 524) AND seconds >= 1
GROUP BY upstream, status, limit_seconds
ORDER BY failures DESC, limit_seconds;
