-- Once or again and again? Failures less than five minutes apart are one outage.
WITH failures AS (
    SELECT time, time - lag(time) OVER (ORDER BY time) AS pause
    FROM requests
    WHERE status IN (502, 503, 504) OR status BETWEEN 520 AND 530),
numbered AS (
    SELECT time, sum(CASE WHEN pause <= INTERVAL 5 MINUTE THEN 0 ELSE 1 END)
        OVER (ORDER BY time ROWS UNBOUNDED PRECEDING) AS outage
    FROM failures)
SELECT
    min(time) AS first,
    max(time) AS last,
    count(*) AS failures,
    epoch(max(time) - min(time)) AS seconds
FROM numbered
GROUP BY outage
ORDER BY first;
