package dev.goodgate.gateway.route;

import dev.goodgate.gateway.config.RouteSettings;
import dev.goodgate.http.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An answer the gateway gives on purpose: a redirect, a fixed response, or the page of a
/// maintenance. Immutable; the page of a file is read once, when the configuration is.
final class FixedAnswer implements Route.Fixed {
    private static final byte[] LOCATION = Text.octets("Location: ");
    private static final byte[] RETRY_AFTER = Text.octets("Retry-After: ");
    private static final byte[] LINE = Text.octets("\r\n");
    private static final byte[] NONE = new byte[0];

    private final int status;
    private final byte[] contentType;
    private final byte[] body;
    private final byte[] retryAfter;
    private final @Nullable Place place;

    private FixedAnswer(
            int status, String type, byte[] body, byte[] retryAfter, @Nullable Place place) {
        this.status = status;
        this.contentType = Text.octets(type);
        this.body = body;
        this.retryAfter = retryAfter;
        this.place = place;
    }

    static FixedAnswer of(RouteSettings route) {
        if (!route.redirect().to().isEmpty()) {
            Place place = new Place(route.redirect().to());
            return new FixedAnswer(route.redirect().status(), "", NONE, NONE, place);
        }
        if (!route.maintenance().page().isEmpty()) {
            String page = route.maintenance().page();
            byte[] seconds = Text.octets(Long.toString(seconds(route.maintenance().retryAfter())));
            return new FixedAnswer(503, type(page), page(page), seconds, null);
        }
        byte[] body = route.respond().body().getBytes(StandardCharsets.UTF_8);
        String type = body.length == 0 ? "" : route.respond().contentType();
        return new FixedAnswer(route.respond().status(), type, body, NONE, null);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public byte[] contentType() {
        return contentType;
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public void writeFields(Head request, Sink sink) {
        if (place != null) {
            line(LOCATION, Text.octets(place.of(request)), sink);
        }
        if (retryAfter.length > 0) {
            line(RETRY_AFTER, retryAfter, sink);
        }
    }

    private static void line(byte[] name, byte[] value, Sink sink) {
        sink.put(name);
        sink.put(value);
        sink.put(LINE);
    }

    private static long seconds(Duration delay) {
        return Math.max(1, delay.plusMillis(999).toSeconds());
    }

    private static String type(String page) {
        String lower = page.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".txt")) {
            return "text/plain; charset=utf-8";
        }
        return lower.endsWith(".json") ? "application/json" : "text/html; charset=utf-8";
    }

    /// The check of the configuration has seen the file; if it is gone since, a line will do.
    private static byte[] page(String page) {
        try {
            return Files.readAllBytes(Path.of(page));
        } catch (IOException e) {
            return Text.octets("<!doctype html><title>Back soon</title><h1>Back soon</h1>\n");
        }
    }
}
