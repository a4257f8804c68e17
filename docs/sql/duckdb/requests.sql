-- The table that all queries read: one row a request, whatever log it stands in. Fill it with the
-- loaders of this folder:
--
--     INSERT INTO requests SELECT * FROM nginx_combined('/var/log/nginx/access.log*');
--
-- answered: whether the upstream answered at all; NULL where the log does not say. A status that
-- the upstream answered was relayed, any other was made by the gateway.
SET TimeZone = 'UTC';

CREATE TABLE IF NOT EXISTS requests (
    time            TIMESTAMP,  -- UTC
    client          VARCHAR,
    method          VARCHAR,
    host            VARCHAR,
    path            VARCHAR,    -- with query, as the log has it
    status          INTEGER,    -- what the client got
    seconds         DOUBLE,     -- how long it took
    upstream        VARCHAR,    -- whom the gateway dialled (last)
    upstream_status INTEGER,    -- what it answered (last)
    answered        BOOLEAN,
    detail          VARCHAR     -- the gateway's own word for it: flags, reason, symptom
);

-- The lines of text files, gz included, as they are.
CREATE OR REPLACE MACRO lines_of(files) AS TABLE
    SELECT line
    FROM read_csv(files, auto_detect = false, header = false, columns = {'line': 'VARCHAR'},
        delim = E'\x01', quote = '', escape = '', comment = '', strict_mode = false,
        ignore_errors = true);

-- The last of nginx's tries: '502, 200' and '502 : 200' give '200', '-' gives NULL.
CREATE OR REPLACE MACRO last_try(tries) AS
    nullif(nullif(regexp_extract(tries, '([^, ]*)$', 1), '-'), '');

-- Words of logs as values; NULL for what is none, so that a line that somebody forged spoils no
-- query.
CREATE OR REPLACE MACRO utc(text) AS TRY_CAST(text AS TIMESTAMPTZ) AT TIME ZONE 'UTC';
CREATE OR REPLACE MACRO clf_time(text) AS
    try_strptime(text, '%d/%b/%Y:%H:%M:%S %z')::TIMESTAMPTZ AT TIME ZONE 'UTC';
CREATE OR REPLACE MACRO whole(text) AS TRY_CAST(text AS INTEGER);
CREATE OR REPLACE MACRO number(text) AS TRY_CAST(text AS DOUBLE);
