package dev.goodgate.cli;

import dev.goodgate.diagnosis.fingerprint.Identification;
import dev.goodgate.diagnosis.fingerprint.Identifier;
import dev.goodgate.diagnosis.fingerprint.Printable;
import dev.goodgate.diagnosis.fingerprint.ResponseReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a URL once: no redirect is followed, at most ten seconds and one MiB are spent. A body that
/// breaks off, or is not whole by then, counts as far as it came.
final class Fetch {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Fetch() {}

    /// What came of it.
    sealed interface Fetched {
        /// A response, and what it is; `points` is where it redirects to, or empty; `whole` tells
        /// that its body did not break off.
        record Answered(Identification found, String points, boolean whole) implements Fetched {}

        /// Nothing answered; the sentence says why.
        record Silent(String sentence) implements Fetched {}

        /// It cannot be asked; the sentence says why.
        record Wrong(String sentence) implements Fetched {}
    }

    static Fetched get(String url) {
        HttpRequest request;
        try {
            request =
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Accept", "text/html, */*;q=0.8")
                            .header("User-Agent", "goodgate/" + Version.text())
                            .timeout(LIMIT)
                            .build();
        } catch (IllegalArgumentException wrong) {
            return new Fetched.Wrong("not a URL that can be asked: " + said(wrong));
        }
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(LIMIT)
                        .build();
        long until = System.nanoTime() + LIMIT.toNanos();
        try {
            HttpResponse<InputStream> response =
                    client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                            .get(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
            long left = Math.max(0, until - System.nanoTime());
            CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS)
                    .execute(() -> end(response.body()));
            return saved(response);
        } catch (TimeoutException _) {
            return new Fetched.Silent("nothing within " + LIMIT.toSeconds() + " s");
        } catch (ExecutionException failed) {
            return new Fetched.Silent(reason(Optional.ofNullable(failed.getCause())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Fetched.Silent("interrupted");
        } finally {
            client.shutdownNow();
        }
    }

    /// Closes a body when the time is over: whoever reads it then has what came.
    private static void end(InputStream body) {
        try {
            body.close();
        } catch (IOException _) {
            return; // it had ended
        }
    }

    private static Fetched saved(HttpResponse<InputStream> response) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(response.statusCode());
        head.append("\r\n");
        response.headers()
                .map()
                .forEach((name, values) -> {
                    if (name.equalsIgnoreCase("transfer-encoding")) return;
                    for (String value : values) {
                        head.append(name).append(": ").append(value).append("\r\n");
                    }
                });
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        saved.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        boolean whole = pour(response.body(), saved);
        String points = response.headers().firstValue("location").orElse("");
        Identification found = Identifier.identify(saved.toByteArray()).orElseThrow();
        return new Fetched.Answered(found, Printable.of(points, 200), whole);
    }

    /// Adds what comes of a body, as far as it is looked at; false when it broke off.
    private static boolean pour(InputStream octets, ByteArrayOutputStream saved) {
        byte[] buffer = new byte[8192];
        try (octets) {
            int room;
            while ((room = ResponseReader.MOST_OCTETS - saved.size()) > 0) {
                int read = octets.read(buffer, 0, Math.min(buffer.length, room));
                if (read < 0) return true;
                saved.write(buffer, 0, read);
            }
            return true;
        } catch (IOException cut) {
            return false;
        }
    }

    private static String reason(Optional<Throwable> cause) {
        if (cause.isEmpty()) return "the request failed";
        Throwable why = cause.get();
        if (why instanceof HttpTimeoutException)
            return "nothing within " + LIMIT.toSeconds() + " s";
        if (why instanceof ConnectException) {
            Throwable deeper = why;
            while (deeper.getCause() != null) deeper = deeper.getCause();
            if (deeper instanceof java.nio.channels.UnresolvedAddressException) {
                return "its name does not resolve";
            }
            return "no connection: " + said(deeper);
        }
        return said(why);
    }

    private static String said(Throwable why) {
        String message = why.getMessage();
        return Printable.of(message == null ? why.getClass().getSimpleName() : message, 200);
    }
}
