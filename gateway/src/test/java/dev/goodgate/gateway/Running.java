package dev.goodgate.gateway;

import dev.goodgate.gateway.admin.Reload;
import dev.goodgate.gateway.config.ConfigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// A gateway started from YAML on a free port, with its access log in a file, for tests.
public final class Running implements AutoCloseable {
    private final AtomicReference<String> yaml;
    private final Gateway gateway;
    private final Path log;

    private Running(AtomicReference<String> yaml, Gateway gateway, Path log) {
        this.yaml = yaml;
        this.gateway = gateway;
        this.log = log;
    }

    /// Starts with `routes` and what follows them; listener, admin listener, log and loops are
    /// added.
    public static Running with(String rest) {
        return with("{ address: \"127.0.0.1:0\" }", rest);
    }

    /// The same with a listener of one's own.
    public static Running with(String listener, String rest) {
        try {
            Path log = Files.createTempFile("goodgate", ".log");
            String text =
                    """
                    listeners: [ %s ]
                    admin: { address: "127.0.0.1:0" }
                    access-log: { to: "%s" }
                    %s
                    """
                            .formatted(listener, log, rest);
            AtomicReference<String> yaml = new AtomicReference<>(text);
            Gateway gateway =
                    Gateway.start(
                            () -> ConfigFile.read("test.yaml", yaml.get(), Map.of()), line -> {});
            return new Running(yaml, gateway, log);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (StartFailure failure) {
            throw new AssertionError(failure.getMessage(), failure);
        }
    }

    /// One route for every path to one upstream at that address, whose further keys are `upstream`.
    public static Running before(InetSocketAddress application, String upstream) {
        return before(application, upstream, "");
    }

    /// The same under those limits, which are keys of `limits`.
    public static Running limited(Application application, String limits) {
        return before(application.address(), "", "limits: { " + limits + " }");
    }

    /// One route for every path with those further keys, to that application.
    public static Running routed(Application application, String route) {
        return with(
                """
                routes: [ { match: { path: / }, upstream: app, %s } ]
                upstreams: { app: { endpoints: ["http://127.0.0.1:%d"] } }
                """
                        .formatted(route, application.address().getPort()));
    }

    /// One route to one upstream, with further top-level keys.
    public static Running before(InetSocketAddress application, String upstream, String rest) {
        return with(
                """
                routes: [ { name: all, match: { path: / }, upstream: app } ]
                upstreams: { app: { endpoints: ["http://127.0.0.1:%d"] %s } }
                %s
                """
                        .formatted(
                                application.getPort(),
                                upstream.isEmpty() ? "" : ", " + upstream,
                                rest));
    }

    public Gateway gateway() {
        return gateway;
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) gateway.listeners().getFirst();
    }

    public InetSocketAddress admin() {
        return gateway.admin().orElseThrow();
    }

    /// Reloads with a changed text.
    public Reload.Result reload(String from, String to) {
        yaml.updateAndGet(text -> text.replace(from, to));
        return gateway.reload();
    }

    public RawClient connect() {
        return RawClient.connect(address());
    }

    /// The log lines that contain that text, waiting for `count` of them at most ten seconds.
    public List<String> logLines(String containing, int count) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        List<String> found = List.of();
        while (System.nanoTime() < end) {
            try {
                found =
                        Files.readAllLines(log).stream()
                                .filter(line -> line.contains(containing))
                                .toList();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            if (found.size() >= count) return found;
            Thread.onSpinWait();
        }
        return found;
    }

    @Override
    public void close() {
        gateway.close();
        try {
            Files.deleteIfExists(log);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
