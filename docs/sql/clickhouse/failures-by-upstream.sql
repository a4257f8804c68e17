-- Who is it? Failures by upstream and status, first and last. One upstream of several: that one is
-- faulty (cause one-server-faulty). All alike: look at what they share.
SELECT
    upstream,
    status,
    count() AS failures,
    min(time) AS first,
    max(time) AS last
FROM requests
WHERE status IN (502, 503, 504) OR status BETWEEN 520 AND 530
GROUP BY upstream, status
ORDER BY failures DESC, upstream, status;
