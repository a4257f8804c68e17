package dev.goodgate.gateway.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.gateway.config.AccessLogSettings.Format;
import dev.goodgate.gateway.config.AdminSettings;
import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.gateway.record.FlightRecorder;
import dev.goodgate.gateway.record.Samples;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// An admin listener over a recorder of its own, and somebody who sends it any octets.
final class Operator implements AutoCloseable {
    final AtomicLong now = new AtomicLong(Samples.START_MILLIS);
    final AtomicInteger reloads = new AtomicInteger();
    final AtomicReference<Readiness> readiness = new AtomicReference<>(new Readiness.Ready());
    final AtomicReference<Reload.Result> reload =
            new AtomicReference<>(new Reload.Result.Applied());
    final FlightRecorder recorder;
    private final AdminServer server;

    private Operator(AdminSettings admin) throws IOException {
        Settings settings = Samples.settings("off", Format.JSON);
        recorder = FlightRecorder.start(settings, Samples.clocks(now), _ -> {});
        server =
                AdminServer.start(
                        admin,
                        new Views(
                                recorder.incidents(),
                                recorder.metrics(),
                                Operator::upstreams,
                                () -> settings,
                                this::reload,
                                readiness::get));
    }

    static Operator start() throws IOException {
        return new Operator(new AdminSettings("127.0.0.1:0", List.of("Admin.test"), ""));
    }

    static Operator start(AdminSettings settings) throws IOException {
        return new Operator(settings);
    }

    /// `127.0.0.1:port`
    String address() {
        return "127.0.0.1:" + server.address().getPort();
    }

    /// A failed exchange; its incident's id.
    String fail(String requestHead) {
        Diagnosis diagnosis = recorder.diagnose(Samples.refusal());
        ExchangeRecord exchange = Samples.refused(requestHead);
        recorder.failed(exchange, diagnosis);
        return diagnosis.incident().text();
    }

    /// The whole response to a GET with a good Host.
    String get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");
    }

    /// The whole response to that head; lines end with a line feed here.
    String send(String head) throws IOException {
        try (var socket =
                new Socket(
                        java.net.InetAddress.ofLiteral("127.0.0.1"), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /// What follows the head of a response.
    static String body(String response) {
        return response.substring(response.indexOf("\r\n\r\n") + 4);
    }

    private Reload.Result reload() {
        reloads.incrementAndGet();
        return reload.get();
    }

    private static List<UpstreamState> upstreams() {
        return List.of(
                new UpstreamState(
                        "app",
                        2,
                        List.of(
                                new UpstreamState.EndpointState(
                                        "http://127.0.0.1:3000",
                                        UpstreamState.State.UP,
                                        "",
                                        3,
                                        4,
                                        1024,
                                        List.of("127.0.0.1:3000")),
                                new UpstreamState.EndpointState(
                                        "http://<b>x</b>.test:3001",
                                        UpstreamState.State.EJECTED,
                                        "5 connects refused",
                                        0,
                                        0,
                                        1024,
                                        List.of()))));
    }

    @Override
    public void close() {
        server.close();
        recorder.close();
    }
}
