-- Who made it? A failure that the upstream answered was relayed: look into the application. One
-- that nobody answered was made by the gateway: look at the connection between the two.
SELECT
    status,
    upstream_status,
    multiIf(isNull(answered), 'the log does not say',
        answered = 1, 'relayed', 'made by the gateway') AS who,
    count() AS failures,
    min(time) AS first,
    max(time) AS last
FROM requests
WHERE status >= 500
GROUP BY status, upstream_status, who
ORDER BY failures DESC, status, upstream_status;
