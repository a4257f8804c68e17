-- Is it the keep-alive race (cause keepalive-race)? Its shape: 502s that fail at once, single ones,
-- after a pause on that upstream, and the next request works. With pauses near a round number, that
-- is the upstream's idle timeout: make the gateway's shorter.
SELECT
    upstream,
    countIf(at_once) AS failures_at_once,
    countIf(shaped) AS failures_shaped,
    round(failures_shaped / failures_at_once, 4) AS share,
    medianIf(pause, shaped) AS pause_seconds
FROM (
    SELECT
        upstream,
        dateDiff('millisecond', lagInFrame(time, 1, time) OVER around, time) / 1000 AS pause,
        status = 502 AND ifNull(seconds, 1) < 0.1 AND ifNull(answered, 0) = 0 AS at_once,
        at_once AND pause >= 1 AND lagInFrame(status, 1, status) OVER around < 500
            AND leadInFrame(status, 1, status) OVER around < 500 AS shaped
    FROM requests
    WINDOW around AS (PARTITION BY upstream ORDER BY time
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
GROUP BY upstream
HAVING failures_at_once > 0
ORDER BY failures_shaped DESC, upstream;
