package dev.goodgate.gateway.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.cause.Diagnoser;
import dev.goodgate.gateway.config.AccessLogSettings;
import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.gateway.config.Settings;
import dev.goodgate.http.Head;
import dev.goodgate.http.Limits;
import dev.goodgate.http.RequestParser;
import dev.goodgate.http.ResponseParser;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// Exchanges as the data plane leaves them, for tests.
public final class Samples {
    /// 2026-11-22T03:00:00.123Z
    public static final long START_MILLIS = 1_795_316_400_123L;

    private Samples() {}

    /// Clocks that stand still until the returned number is changed.
    public static Clocks clocks(AtomicLong epochMillis) {
        return new Clocks(epochMillis::get, () -> epochMillis.get() * 1_000_000, new Random(7));
    }

    /// A small configuration with that access log.
    public static Settings settings(String to, AccessLogSettings.Format format) {
        String yaml =
                """
                listeners: [ { address: "127.0.0.1:8080" } ]
                routes: [ { name: app, match: { path: / }, upstream: app } ]
                upstreams: { app: { endpoints: [ "http://127.0.0.1:3000" ] } }
                access-log: { to: "%s", format: %s, queue: 64 }
                """
                        .formatted(to, format.name().toLowerCase(Locale.ROOT));
        return switch (ConfigFile.read("sample", yaml, Map.of())) {
            case ConfigFile.Reading.Loaded(var settings, _, _) -> settings;
            case ConfigFile.Reading.Faulty(var faults) ->
                    throw new AssertionError(faults.toString());
        };
    }

    /// A request that was answered with 200 by an upstream.
    public static ExchangeRecord completed(String requestHead) {
        var exchange = new ExchangeRecord();
        exchange.request = request(requestHead);
        exchange.startMillis = START_MILLIS;
        exchange.startNanos = 1_000_000_000L;
        exchange.headReadNanos = exchange.startNanos + 50_000;
        exchange.selectedNanos = exchange.startNanos + 60_000;
        exchange.connectedNanos = exchange.startNanos + 300_000;
        exchange.requestReadNanos = exchange.startNanos + 55_000;
        exchange.requestSentNanos = exchange.startNanos + 400_000;
        exchange.firstByteNanos = exchange.startNanos + 900_000;
        exchange.responseHeadNanos = exchange.startNanos + 910_000;
        exchange.endNanos = exchange.startNanos + 1_234_567;
        exchange.client = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 5555);
        exchange.local = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8080);
        exchange.upstreamLocal = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 40001);
        byte[] id = "0123456789abcdef".getBytes(ISO_8859_1);
        System.arraycopy(id, 0, exchange.requestId, 0, id.length);
        exchange.requestIdLength = id.length;
        exchange.listener = "127.0.0.1:8080";
        exchange.route = "app";
        exchange.upstream = "app";
        exchange.endpoint = "127.0.0.1:3000";
        exchange.status = 200;
        exchange.receivedStatus = 200;
        exchange.responseBodyOctets = 123;
        exchange.attempts = 1;
        return exchange;
    }

    /// The same, refused by its upstream.
    public static ExchangeRecord refused(String requestHead) {
        ExchangeRecord exchange = completed(requestHead);
        exchange.status = 502;
        exchange.receivedStatus = 0;
        exchange.connectedNanos = 0;
        exchange.requestSentNanos = 0;
        exchange.firstByteNanos = 0;
        exchange.responseHeadNanos = 0;
        return exchange;
    }

    /// Why.
    public static Failure refusal() {
        return Failure.of(
                Symptom.CONNECT_REFUSED,
                "connect to 127.0.0.1:3000: ECONNREFUSED",
                List.of(),
                List.of(new Evidence.Errno("ECONNREFUSED", "connect")));
    }

    static Diagnosis diagnosis(long epochMillis) {
        return Diagnoser.diagnose(refusal(), IncidentId.create(epochMillis, new Random(1)));
    }

    /// The request head of that text; lines end with a line feed here.
    public static Head request(String text) {
        var head = new Head();
        byte[] octets = text.replace("\n", "\r\n").getBytes(ISO_8859_1);
        new RequestParser(Limits.requests()).parse(Unpooled.wrappedBuffer(octets), head);
        return head;
    }

    /// The response head of that text.
    public static Head response(String text) {
        var head = new Head();
        byte[] octets = text.replace("\n", "\r\n").getBytes(ISO_8859_1);
        new ResponseParser(Limits.responses()).parse(Unpooled.wrappedBuffer(octets), head);
        return head;
    }
}
