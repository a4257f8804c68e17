package dev.goodgate.logs.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// Times as reports write them, the same in every language, always with their zone.
record When(ZoneId zone) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /// `2026-03-05 10:00:01 UTC`.
    String at(long micros) {
        return span(micros, micros);
    }

    /// `2026-03-05 10:00:01 – 10:04:59 +01:00`.
    String span(long firstMicros, long lastMicros) {
        ZoneOffset offset = zone.getRules().getOffset(instant(lastMicros));
        OffsetDateTime first = instant(firstMicros).atOffset(offset);
        OffsetDateTime last = instant(lastMicros).atOffset(offset);
        String from = DAY.format(first) + " " + TIME.format(first);
        String to = TIME.format(last);
        if (!first.toLocalDate().equals(last.toLocalDate())) to = DAY.format(last) + " " + to;
        boolean one =
                first.truncatedTo(ChronoUnit.SECONDS).equals(last.truncatedTo(ChronoUnit.SECONDS));
        return (one ? from : from + " – " + to) + " " + name(offset);
    }

    /// The two ends of a span, without the day where it is the same: `10:00:01`, `10:04:59`.
    List<String> ends(long firstMicros, long lastMicros) {
        ZoneOffset offset = zone.getRules().getOffset(instant(lastMicros));
        OffsetDateTime first = instant(firstMicros).atOffset(offset);
        OffsetDateTime last = instant(lastMicros).atOffset(offset);
        if (first.toLocalDate().equals(last.toLocalDate())) {
            return List.of(TIME.format(first), TIME.format(last));
        }
        return List.of(
                DAY.format(first) + " " + TIME.format(first),
                DAY.format(last) + " " + TIME.format(last));
    }

    /// RFC 3339 in UTC, to the microsecond where there is a fraction.
    static String iso(long micros) {
        return instant(micros).toString();
    }

    private static String name(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId();
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
