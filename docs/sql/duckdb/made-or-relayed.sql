-- Who made it? A failure that the upstream answered was relayed: look into the application. One
-- that nobody answered was made by the gateway: look at the connection between the two.
SELECT
    status,
    upstream_status,
    CASE
        WHEN answered IS NULL THEN 'the log does not say'
        WHEN answered THEN 'relayed'
        ELSE 'made by the gateway'
    END AS who,
    count(*) AS failures,
    min(time) AS first,
    max(time) AS last
FROM requests
WHERE status >= 500
GROUP BY ALL
ORDER BY failures DESC, status, upstream_status;
