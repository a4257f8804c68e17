package dev.goodgate.gateway.exchange;

import static dev.goodgate.gateway.exchange.Octets.ascii;

import dev.goodgate.gateway.loop.Loop;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The `Date` field line (RFC 9110 section 6.6.1), made anew once a second. Belongs to one loop.
public final class DateLine {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Loop loop;
    private long second = -1;
    private byte[] line = {};

    /// The line by that loop's clock.
    public DateLine(Loop loop) {
        this.loop = loop;
    }

    byte[] now() {
        long present = loop.millis() / 1000;
        if (present != second) {
            second = present;
            line = ascii("Date: " + FORM.format(Instant.ofEpochSecond(present)) + "\r\n");
        }
        return line;
    }
}
