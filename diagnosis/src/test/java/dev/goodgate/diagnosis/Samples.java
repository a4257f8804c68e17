package dev.goodgate.diagnosis;

import dev.goodgate.diagnosis.Attempt.Result;
import dev.goodgate.diagnosis.cause.Diagnoser;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Failures as the gateway meets them, for tests and golden files.
public final class Samples {
    /// 2026-11-22T03:04:05Z.
    public static final IncidentId ID = new IncidentId("1M80KBZ487Q2RZ4XW9TB");

    private Samples() {}

    /// Representative failures by name.
    public static Map<String, Diagnosis> all() {
        Map<String, Diagnosis> all = new LinkedHashMap<>();
        all.put("connect-refused", diagnosis(refused()));
        all.put("first-byte-timeout", diagnosis(slow()));
        all.put("dns-nxdomain", diagnosis(nameless()));
        all.put("connect-unreachable", diagnosis(unreachable()));
        all.put("queue-full", diagnosis(busy()));
        all.put("bad-status-line", diagnosis(foreign()));
        all.put("bad-request", diagnosis(malformed()));
        all.put("too-large-431", diagnosis(large()));
        all.put("not-found", diagnosis(unrouted()));
        all.put("reset", diagnosis(reset()));
        return all;
    }

    /// The diagnosis of that failure under a fixed id.
    public static Diagnosis diagnosis(Failure failure) {
        return Diagnoser.diagnose(failure, ID);
    }

    /// Two addresses, both refused.
    public static Failure refused() {
        return Failure.of(
                Symptom.CONNECT_REFUSED,
                "connect to 127.0.0.1:3000: connection refused",
                List.of(
                        attempt("[::1]:3000", Symptom.CONNECT_REFUSED, 91),
                        attempt("127.0.0.1:3000", Symptom.CONNECT_REFUSED, 84)),
                List.of(
                        new Evidence.Errno("ECONNREFUSED", "connect"),
                        new Evidence.DnsAnswer(
                                "localhost",
                                "NOERROR",
                                List.of("::1", "127.0.0.1"),
                                Evidence.DnsAnswer.Source.FRESH)));
    }

    /// A sample: see the details in it.
    public static Failure slow() {
        Attempt attempt =
                new Attempt(
                        new Result.Failed(Symptom.RESPONSE_FIRST_BYTE_TIMEOUT, Phase.WAIT),
                        "10.0.0.7:8080",
                        60_004_211,
                        482,
                        0,
                        new Evidence.Age.Reused(Duration.ofMillis(2140)));
        return Failure.of(
                Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                "10.0.0.7:8080 sent nothing for 60 s after the request",
                List.of(attempt),
                List.of(new Evidence.LimitReached("upstreams.app.first-byte", "60s")));
    }

    /// A sample: see the details in it.
    public static Failure nameless() {
        return Failure.of(
                Symptom.DNS_NXDOMAIN,
                "backend.internal: NXDOMAIN",
                List.of(),
                List.of(
                        new Evidence.DnsAnswer(
                                "backend.internal",
                                "NXDOMAIN",
                                List.of(),
                                Evidence.DnsAnswer.Source.FRESH)));
    }

    /// A sample: see the details in it.
    public static Failure unreachable() {
        return Failure.of(
                Symptom.CONNECT_UNREACHABLE,
                "connect to 10.9.0.4:8080: no route to host",
                List.of(attempt("10.9.0.4:8080", Symptom.CONNECT_UNREACHABLE, 3_071_004)),
                List.of(new Evidence.Errno("EHOSTUNREACH", "connect")));
    }

    /// A sample: see the details in it.
    public static Failure busy() {
        return Failure.of(
                Symptom.UPSTREAM_QUEUE_FULL,
                "upstream app: 64 connections busy, 128 requests wait",
                List.of(),
                List.of(new Evidence.LimitReached("upstreams.app.queue", "128")));
    }

    /// A sample: see the details in it.
    public static Failure foreign() {
        Attempt attempt =
                new Attempt(
                        new Result.Failed(Symptom.RESPONSE_BAD_STATUS_LINE, Phase.HEAD),
                        "127.0.0.1:8443",
                        1830,
                        311,
                        7,
                        new Evidence.Age.Fresh());
        return Failure.of(
                Symptom.RESPONSE_BAD_STATUS_LINE,
                "the first octets are a TLS alert, not HTTP",
                List.of(attempt),
                List.of(
                        new Evidence.RuleBroken(
                                "status-line.version",
                                "RFC 9112 section 4",
                                0,
                                "\\x15\\x03\\x01\\x00\\x02\\x02F")));
    }

    /// A sample: see the details in it.
    public static Failure malformed() {
        return Failure.of(
                Symptom.CLIENT_BAD_REQUEST,
                "two Content-Length fields that differ",
                List.of(),
                List.of(
                        new Evidence.RuleBroken(
                                "content-length.differ",
                                "RFC 9112 section 6.3",
                                57,
                                "Content-Length: 5\\r\\n<script>alert(1)")));
    }

    /// A sample: see the details in it.
    public static Failure large() {
        return with(Symptom.CLIENT_TOO_LARGE, 431, "head of 40 960 octets");
    }

    /// A sample: see the details in it.
    public static Failure unrouted() {
        return with(Symptom.ROUTE_NONE, 404, "host shop.example has no route for /old");
    }

    /// A sample: see the details in it.
    public static Failure reset() {
        Attempt first =
                new Attempt(
                        new Result.Failed(Symptom.RESPONSE_STALE_REUSE, Phase.WAIT),
                        "10.0.0.7:8080",
                        402,
                        482,
                        0,
                        new Evidence.Age.Reused(Duration.ofMillis(3990)));
        Attempt second =
                new Attempt(
                        new Result.Failed(Symptom.RESPONSE_RESET, Phase.WAIT),
                        "10.0.0.7:8080",
                        1204,
                        482,
                        0,
                        new Evidence.Age.Fresh());
        return Failure.of(
                Symptom.RESPONSE_RESET,
                "10.0.0.7:8080 reset the connection after the request",
                List.of(first, second),
                List.of(new Evidence.Closed(Hop.UPSTREAM, Evidence.Closed.How.RST)));
    }

    /// A failure of that symptom that ends in that status.
    public static Failure with(Symptom symptom, int status, String details) {
        return new Failure(
                symptom,
                status,
                symptom.hop(),
                symptom.phase(),
                symptom.retry(),
                details,
                Map.of(),
                List.of(),
                List.of());
    }

    private static Attempt attempt(String address, Symptom symptom, long micros) {
        return new Attempt(
                new Result.Failed(symptom, symptom.phase()),
                address,
                micros,
                0,
                0,
                new Evidence.Age.Fresh());
    }
}
