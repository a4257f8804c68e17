-- The table that all queries read: one row a request, whatever log it stands in. The INSERTs beside
-- this file fill it; put your own path, or s3('https://…', 'LineAsString'), where they say file(…).
--
-- answered: whether the upstream answered at all; NULL where the log does not say. A status that
-- the upstream answered was relayed, any other was made by the gateway.
CREATE TABLE IF NOT EXISTS requests (
    time            DateTime64(3, 'UTC'),
    client          String,
    method          String,
    host            String,
    path            String,             -- with query, as the log has it
    status          UInt16,             -- what the client got
    seconds         Nullable(Float64),  -- how long it took
    upstream        String,             -- whom the gateway dialled (last)
    upstream_status Nullable(UInt16),   -- what it answered (last)
    answered        Nullable(UInt8),
    detail          String              -- the gateway's own word for it: flags, reason, symptom
) ENGINE = MergeTree ORDER BY (time);
