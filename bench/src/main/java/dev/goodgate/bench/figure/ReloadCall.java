package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.Gateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Tells a gateway to read its configuration again: ours by its admin API, another by SIGHUP.
final class ReloadCall {
    private ReloadCall() {}

    static void to(Bed.Running running) throws IOException {
        try {
            if (running.gateway() == Gateway.GOODGATE) {
                post(running.admin());
            } else {
                new ProcessBuilder("kill", "-HUP", Long.toString(running.child().pid()))
                        .start()
                        .waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("reload: interrupted");
        }
    }

    private static void post(int admin) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + admin + "/api/reload");
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 202 && response.statusCode() != 200) {
                throw new BenchFailure("reload: " + response.statusCode() + " " + response.body());
            }
        }
    }
}
