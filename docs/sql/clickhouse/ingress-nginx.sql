-- The format of ingress-nginx. $upstream_status is nginx's own 502 or 504 where nobody answered;
-- then no octet came. Of several tries the last counts.
INSERT INTO requests
SELECT
    parseDateTime64BestEffort(replaceRegexpOne(g[2], '^(\\d+)/(\\w+)/(\\d+):', '\\1 \\2 \\3 '), 3, 'UTC'),
    g[1], g[3], '', g[4],
    toUInt16OrZero(g[5]),
    toFloat64OrNull(g[6]),
    replaceRegexpOne(extract(g[8], '([^, ]*)$'), '^-$', ''),
    toUInt16OrNull(extract(g[11], '([^, ]*)$')),
    toUInt64OrZero(extract(g[9], '([^, ]*)$')) > 0
        OR toUInt16OrZero(extract(g[11], '([^, ]*)$')) NOT IN (0, 502, 504),
    g[7]
FROM (
    SELECT extractGroups(line,
        '^(\\S+) \\S+ .*?\\[([^\\]]+)\\] "(\\S+) (\\S+)[^"]*" (\\d{3}) \\S+ "(?:[^"\\\\]|\\\\.)*" "(?:[^"\\\\]|\\\\.)*" \\d+ ([\\d.]+) \\[([^\\]]*)\\] \\[[^\\]]*\\] ((?:\\S+, )*\\S+) ((?:\\S+, )*\\S+) ((?:\\S+, )*\\S+) ((?:\\S+, )*\\S+)') AS g
    FROM file('access.log*', 'LineAsString'))
WHERE length(g) >= 11;
