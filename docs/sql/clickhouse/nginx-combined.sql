-- nginx's combined format, which says nothing about upstreams. A number right behind it is taken
-- for $request_time.
INSERT INTO requests
SELECT
    parseDateTime64BestEffort(replaceRegexpOne(g[2], '^(\\d+)/(\\w+)/(\\d+):', '\\1 \\2 \\3 '), 3, 'UTC'),
    g[1], g[3], '', g[4],
    toUInt16OrZero(g[5]),
    toFloat64OrNull(g[6]),
    '', NULL, NULL, ''
FROM (
    SELECT extractGroups(line,
        '^(\\S+) \\S+ .*?\\[([^\\]]+)\\] "(\\S+) (\\S+)[^"]*" (\\d{3}) \\S+(?: "(?:[^"\\\\]|\\\\.)*" "(?:[^"\\\\]|\\\\.)*"(?: "?(\\d+\\.\\d{3})"?)?)?') AS g
    FROM file('access.log*', 'LineAsString'))
WHERE length(g) >= 6;
