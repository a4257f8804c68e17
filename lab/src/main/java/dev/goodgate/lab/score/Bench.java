package dev.goodgate.lab.score;

import dev.goodgate.lab.Insight;
import dev.goodgate.lab.ProxyUnderTest;
import dev.goodgate.lab.scenario.Encounter;
import dev.goodgate.lab.serve.Signals;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The gateway under test with what can be learned of it.
final class Bench implements Encounter.Subject, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    private final ProxyUnderTest proxy;
    private final Optional<Insight> insight;
    private final Optional<LogBook> log;
    private final HttpClient http = HttpClient.newHttpClient();

    Bench(ProxyUnderTest proxy, Signals pauses) {
        this.proxy = proxy;
        this.insight = proxy.insight();
        this.log = insight.map(i -> new LogBook(i.accessLog(), pauses));
    }

    @Override
    public InetSocketAddress address() {
        return proxy.address();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return proxy.process();
    }

    @Override
    public boolean ours() {
        return insight.isPresent();
    }

    @Override
    public Optional<Map<String, Object>> record(String requestId) {
        return lines(requestId, _ -> true).stream().findFirst();
    }

    @Override
    public Optional<String> metrics() {
        return insight.map(i -> fetch(i.admin().resolve("/metrics")));
    }

    /// The access log lines of a request, after waiting for one that fits.
    List<Map<String, Object>> lines(String requestId, Predicate<Map<String, Object>> fits) {
        return log.map(book -> book.lines(requestId, fits, PATIENCE)).orElse(List.of());
    }

    /// The incident of this id as JSON, or the words of its absence.
    String incident(String id) {
        return insight.map(i -> fetch(i.admin().resolve("/api/incidents/" + id))).orElse("");
    }

    private String fetch(URI uri) {
        try {
            return http.send(
                            HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return uri + ": " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return uri + ": interrupted";
        }
    }

    @Override
    public void close() throws IOException {
        http.shutdownNow();
        proxy.close();
    }
}
