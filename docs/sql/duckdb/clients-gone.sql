-- Did they wait in vain? How long clients waited that went away (499 of nginx and others, 460 of
-- AWS, 0 of Envoy). Many at one length: a timeout of theirs, or of a balancer before this gateway.
-- A share that grows with the length: the upstream is slow. Many under 0.1 s: browsers that
-- navigate on, or monitors that hang up.
WITH ranged AS (
    SELECT
        status IN (499, 460, 0) AS gone,
        CASE
            WHEN seconds < 0.1 THEN '1. under 0.1 s'
            WHEN seconds < 1 THEN '2. under 1 s'
            WHEN seconds < 5 THEN '3. under 5 s'
            WHEN seconds < 29.5 THEN '4. under 29.5 s'
            WHEN seconds <= 30.5 THEN '5. 30 s'
            WHEN seconds < 59.5 THEN '6. under 59.5 s'
            WHEN seconds <= 60.5 THEN '7. 60 s'
            ELSE '8. longer'
        END AS waited
    FROM requests
    WHERE seconds IS NOT NULL)
SELECT
    waited,
    count(*) FILTER (gone) AS went_away,
    count(*) AS total,
    round(went_away / total, 4) AS share
FROM ranged
GROUP BY waited
ORDER BY waited;
