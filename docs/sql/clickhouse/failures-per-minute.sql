-- When was it? Failures (502, 503, 504 and those of CDNs) by minute, and their share of all
-- requests of that minute.
SELECT
    toStartOfMinute(time) AS minute,
    countIf(status IN (502, 503, 504) OR status BETWEEN 520 AND 530) AS failures,
    count() AS total,
    round(failures / total, 4) AS share
FROM requests
GROUP BY minute
HAVING failures > 0
ORDER BY minute;
