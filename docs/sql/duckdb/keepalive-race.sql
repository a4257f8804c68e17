-- Is it the keep-alive race (cause keepalive-race)? Its shape: 502s that fail at once, single ones,
-- after a pause on that upstream, and the next request works. With pauses near a round number, that
-- is the upstream's idle timeout: make the gateway's shorter. Where failures follow one another
-- instead, the upstream is down or restarting.
WITH told AS (
    SELECT
        upstream,
        status,
        time,
        seconds,
        answered,
        epoch(time - lag(time) OVER line) AS pause,
        lag(status) OVER line AS before,
        lead(status) OVER line AS after
    FROM requests
    WINDOW line AS (PARTITION BY upstream ORDER BY time))
SELECT
    upstream,
    count(*) FILTER (status = 502 AND seconds < 0.1 AND answered IS NOT true) AS at_once,
    count(*) FILTER (status = 502 AND seconds < 0.1 AND answered IS NOT true
        AND pause >= 1 AND before < 500 AND after < 500) AS shaped,
    round(shaped / at_once, 4) AS share,
    round(median(pause) FILTER (status = 502 AND seconds < 0.1 AND answered IS NOT true
        AND pause >= 1 AND before < 500 AND after < 500), 1) AS pause_seconds
FROM told
GROUP BY upstream
HAVING at_once > 0
ORDER BY shaped DESC, upstream;
