package dev.goodgate.gateway.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times in UTC as log lines show them. Rendered once a second, then reused: many lines share a
/// second. Not thread safe.
final class LogTime {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter APACHE =
            DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private long second = Long.MIN_VALUE;
    private byte[] iso = new byte[0];
    private byte[] apache = new byte[0];

    /// `2026-11-22T03:00:00.123Z`
    void iso(long epochMillis, Line out) {
        remember(Math.floorDiv(epochMillis, 1000));
        out.raw(iso).octet('.').digits(Math.floorMod(epochMillis, 1000), 3).octet('Z');
    }

    /// `22/Nov/2026:03:00:00 +0000`
    void apache(long epochMillis, Line out) {
        remember(Math.floorDiv(epochMillis, 1000));
        out.raw(apache).ascii(" +0000");
    }

    private void remember(long now) {
        if (now == second) return;
        Instant instant = Instant.ofEpochSecond(now);
        iso = ISO.format(instant).getBytes(US_ASCII);
        apache = APACHE.format(instant).getBytes(US_ASCII);
        second = now;
    }
}
