package dev.goodgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Asks the admin listener of a running gateway.
final class AdminClient {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST_OCTETS = 64 << 20;

    private final String base;
    private final String token;

    /// The listener at `address` (`host:port`, or a whole `http://` URL); an empty token is none.
    AdminClient(String address, String token) {
        this.base = address.startsWith("http://") ? address : "http://" + address;
        this.token = token;
    }

    /// What it answered.
    record Answer(int status, String body) {}

    /// Throws `IOException` when the listener cannot be reached or does not answer in time, and
    /// `IllegalArgumentException` when its address is none.
    Answer get(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setConnectTimeout((int) LIMIT.toMillis());
        connection.setReadTimeout((int) LIMIT.toMillis());
        connection.setInstanceFollowRedirects(false);
        if (!token.isEmpty()) connection.setRequestProperty("Authorization", "Bearer " + token);
        int status = connection.getResponseCode();
        try (InputStream body =
                status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            byte[] octets = body == null ? new byte[0] : body.readNBytes(MOST_OCTETS);
            return new Answer(status, new String(octets, StandardCharsets.UTF_8));
        }
    }
}
