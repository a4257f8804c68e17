package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// What the catalogue reads from a line, in words: the dialect, then each field that is known.
final class Said {
    static final Clock CLOCK = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 1, 2));

    private Said() {}

    static String of(String text) {
        return of(Line.bare(text));
    }

    static String of(Line line) {
        return Dialects.KNOWN.read(line, CLOCK).map(Said::words).orElse("nothing");
    }

    static String words(Entry entry) {
        StringBuilder words = new StringBuilder(entry.dialect());
        number(words, "status", entry.status());
        number(words, "upstreamStatus", entry.upstreamStatus());
        number(words, "millis", entry.millis());
        text(words, "upstream", entry.upstream());
        text(words, "scheme", entry.scheme());
        text(words, "route", entry.route());
        text(words, "method", entry.method());
        text(words, "path", entry.path());
        text(words, "host", entry.host());
        text(words, "client", entry.client());
        text(words, "id", entry.request());
        if (entry.pid() != 0) number(words, "pid", entry.pid());
        text(words, "signs", String.join(",", entry.signs()));
        return words.toString();
    }

    static String message(String text) {
        return Dialects.KNOWN.read(Line.bare(text), CLOCK).map(Entry::message).orElse("nothing");
    }

    private static void number(StringBuilder words, String name, long value) {
        if (value >= 0) words.append(' ').append(name).append('=').append(value);
    }

    private static void text(StringBuilder words, String name, String value) {
        if (!value.isEmpty()) words.append(' ').append(name).append('=').append(value);
    }

    /// However the lines are cut and spoilt, every dialect answers and none throws.
    static void neverThrows(List<String> lines) {
        for (String line : lines) {
            Hostile.cut(line);
            Hostile.changed(line);
        }
    }
}
