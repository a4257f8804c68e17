-- The access logs of AWS's application load balancers (gz, as they lie in the bucket). A target
-- status of '-' means that no target answered; times of -1 are unknown.
INSERT INTO requests
SELECT
    parseDateTime64BestEffort(c[2], 3, 'UTC'),
    replaceRegexpOne(c[4], ':\\d+$', ''),
    extract(c[13], '^"(\\S+) '),
    extract(c[13], '://([^/:]+)'),
    extract(c[13], '://[^/]+(\\S*)'),
    toUInt16OrZero(c[9]),
    greatest(toFloat64OrZero(c[6]), 0) + greatest(toFloat64OrZero(c[7]), 0)
        + greatest(toFloat64OrZero(c[8]), 0),
    replaceRegexpOne(c[5], '^-$', ''),
    toUInt16OrNull(c[10]),
    c[10] != '-',
    replaceRegexpOne(replaceAll(c[25], '"', ''), '^-$', '')
FROM (
    SELECT extractAll(line, '"[^"]*"|\\S+') AS c
    FROM file('*.log.gz', 'LineAsString'))
WHERE length(c) >= 13;
