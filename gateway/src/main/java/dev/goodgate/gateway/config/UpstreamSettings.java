package dev.goodgate.gateway.config;

import java.time.Duration;
import java.util.List;

/// One application and how to reach it.
public record UpstreamSettings(
        @Key(doc = "`http://host:port` or `unix:/path`, each a text or `{url, weight}`.")
                List<EndpointSettings> endpoints,
        @Key(
                        value = "1024",
                        least = "1",
                        most = "1000000",
                        doc = "Most connections to one endpoint, all loops together.")
                int maxConnections,
        @Key(
                        value = "1024",
                        most = "1000000",
                        doc = "Most requests that wait for a connection; 0: none may wait.")
                int queue,
        @Key(value = "5s", doc = "Longest wait in that queue.") Duration queueTimeout,
        @Key(value = "5s", doc = "Longest wait for the resolver.") Duration resolve,
        @Key(value = "3s", doc = "Longest wait for TCP, per address.") Duration connect,
        @Key(value = "30s", doc = "Longest stall while the request is written.") Duration write,
        @Key(value = "60s", doc = "Longest wait for the first octet of the response.")
                Duration firstByte,
        @Key(
                        value = "60s",
                        doc =
                                "Longest wait for the whole response head, from the end of the request.")
                Duration head,
        @Key(value = "60s", doc = "Longest stall inside the response body.") Duration bodyIdle,
        @Key(value = "1s", doc = "Longest wait for 100 (Continue) before the body is sent anyway.")
                Duration expectContinue,
        @Key(
                        value = "4s",
                        doc =
                                "An idle connection is closed after this, or a second before the upstream says it will.")
                Duration idle,
        @Key(
                        value = "10s",
                        doc =
                                "Written octets unacknowledged for this long end the connection (TCP_USER_TIMEOUT).")
                Duration unacknowledged,
        @Key(value = "2", most = "10", doc = "Most further tries after the first.") int retries,
        @Key(
                        value = "20",
                        most = "1000",
                        doc = "Most tries beyond the first, in percent of requests.")
                int retryBudget,
        @Key(value = "false", doc = "Retry idempotent requests after response timeouts, too.")
                boolean retryTimeouts,
        @Key(
                        value = "64KiB",
                        most = "16MiB",
                        doc = "Request body kept for another try, per request.")
                ByteSize replay) {

    /// One endpoint.
    public record EndpointSettings(
            @Key(form = Form.ENDPOINT, doc = "`http://host:port` or `unix:/path`.") String url,
            @Key(
                            value = "1",
                            least = "1",
                            most = "100",
                            doc = "Share of requests relative to the others, 1 to 100.")
                    int weight) {}
}
