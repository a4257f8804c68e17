-- Once or again and again? Failures less than five minutes apart are one outage.
SELECT
    min(time) AS first,
    max(time) AS last,
    count() AS failures,
    dateDiff('second', first, last) AS seconds
FROM (
    SELECT time, sum(begins) OVER (ORDER BY time ROWS UNBOUNDED PRECEDING) AS outage
    FROM (
        SELECT time, dateDiff('second', lagInFrame(time) OVER
            (ORDER BY time ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), time) > 300
            AS begins
        FROM requests
        WHERE status IN (502, 503, 504) OR status BETWEEN 520 AND 530))
GROUP BY outage
ORDER BY first;
