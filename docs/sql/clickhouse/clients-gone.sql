-- Did they wait in vain? How long clients waited that went away (499 of nginx and others, 460 of
-- AWS, 0 of Envoy). Many at one length: a timeout of theirs, or of a balancer before this gateway.
-- A share that grows with the length: the upstream is slow.
SELECT
    multiIf(
        seconds < 0.1, '1. under 0.1 s',
        seconds < 1, '2. under 1 s',
        seconds < 5, '3. under 5 s',
        seconds < 29.5, '4. under 29.5 s',
        seconds <= 30.5, '5. 30 s',
        seconds < 59.5, '6. under 59.5 s',
        seconds <= 60.5, '7. 60 s',
        '8. longer') AS waited,
    countIf(status IN (499, 460, 0)) AS went_away,
    count() AS total,
    round(went_away / total, 4) AS share
FROM requests
WHERE isNotNull(seconds)
GROUP BY waited
ORDER BY waited;
