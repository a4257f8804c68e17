-- When was it? Failures (502, 503, 504 and those of CDNs) by minute, and their share of all
-- requests of that minute.
SELECT
    date_trunc('minute', time) AS minute,
    count(*) FILTER (status IN (502, 503, 504) OR status BETWEEN 520 AND 530) AS failures,
    count(*) AS total,
    round(failures / total, 4) AS share
FROM requests
GROUP BY minute
HAVING failures > 0
ORDER BY minute;
