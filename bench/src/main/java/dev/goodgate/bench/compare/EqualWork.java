package dev.goodgate.bench.compare;

import dev.goodgate.bench.run.Bed.Running;
import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.Gateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// Asks the upstream what each gateway sent it: the comparison is void unless all do the same work.
final class EqualWork {
    private final int upstream;

    EqualWork(int upstream) {
        this.upstream = upstream;
    }

    void check(List<Running> field) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (Running running : field) {
                check(running, seen(client, running.port()));
            }
        }
    }

    private void check(Running running, String seen) {
        Gateway gateway = running.gateway();
        require(gateway, seen, "host=127.0.0.1:" + running.port() + ";");
        require(gateway, seen, "for=127.0.0.1;");
        require(gateway, seen, "via=1.1 ");
        require(gateway, seen, "version=HTTP/1.1;");
        if (seen.contains("connection=close")) {
            throw new BenchFailure(
                    gateway.label() + " does not keep upstream connections: " + seen);
        }
    }

    private void require(Gateway gateway, String seen, String part) {
        if (!seen.contains(part)) {
            throw new BenchFailure(
                    "%s does other work: upstream %d saw \"%s\" (expected: %s)"
                            .formatted(gateway.label(), upstream, seen.strip(), part));
        }
    }

    private static String seen(HttpClient client, int port) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/seen"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new BenchFailure("port " + port + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted");
        }
    }
}
