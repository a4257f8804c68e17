package dev.goodgate.gateway.config;

import java.time.Duration;

/// Limits on what clients may send, and how slowly.
public record LimitSettings(
        @Key(value = "8KiB", least = "128", most = "64KiB", doc = "Request line; above it 414.")
                ByteSize requestLine,
        @Key(value = "32KiB", least = "512", most = "64KiB", doc = "Request head; above it 431.")
                ByteSize head,
        @Key(value = "100", least = "1", most = "10000", doc = "Fields of a request; above it 431.")
                int fields,
        @Key(
                        value = "4KiB",
                        least = "32",
                        most = "64KiB",
                        doc = "A chunk-size line with its extensions; above it 400.")
                ByteSize chunkLine,
        @Key(
                        value = "64KiB",
                        least = "512",
                        most = "1MiB",
                        doc = "Response head of an upstream; above it 502.")
                ByteSize responseHead,
        @Key(
                        value = "32KiB",
                        least = "128",
                        most = "1MiB",
                        doc = "One field line of an upstream's response; above it 502.")
                ByteSize responseField,
        @Key(
                        value = "256",
                        least = "1",
                        most = "10000",
                        doc = "Fields of an upstream's response; above it 502.")
                int responseFields,
        @Key(value = "10s", doc = "Longest time for a whole request head.") Duration headTimeout,
        @Key(value = "30s", doc = "Longest stall inside a request body.") Duration bodyIdle,
        @Key(
                        value = "240",
                        doc =
                                "Least octets a second of a request body after its first five seconds; 0: no limit.")
                int minimumRate,
        @Key(value = "60s", doc = "An idle client connection is closed after this.")
                Duration keepAlive,
        @Key(
                        value = "10000",
                        least = "1",
                        doc = "Requests on one client connection before it is closed.")
                int requestsPerConnection,
        @Key(value = "1h", doc = "Age at which a client connection is closed after its request.")
                Duration connectionAge,
        @Key(value = "30s", doc = "Longest time without progress while a response is written.")
                Duration sendStall,
        @Key(value = "0", doc = "Client connections in all; 0: as many as file descriptors allow.")
                int connections,
        @Key(value = "512", doc = "Client connections from one address; 0: no limit.")
                int connectionsPerClient,
        @Key(
                        value = "32",
                        most = "1000",
                        doc = "Interim (1xx) responses to one request; above it 502.")
                int interimResponses,
        @Key(
                        value = "85",
                        least = "1",
                        most = "100",
                        doc = "Memory in use, in percent, from which keep-alive ends.")
                int memoryNoKeepAlive,
        @Key(
                        value = "92",
                        least = "1",
                        most = "100",
                        doc = "Memory in use, in percent, from which new requests get 503.")
                int memoryShed,
        @Key(
                        value = "96",
                        least = "1",
                        most = "100",
                        doc = "Memory in use, in percent, from which nothing is accepted.")
                int memoryStop) {}
