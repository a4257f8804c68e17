package dev.goodgate.logs.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One line of a `.samples` file and what it must yield: a dialect's id, or `-` for none, then
/// `field value` pairs. Samples of this room only need a line's text.
record Sample(String place, String line, String dialect, List<String> fields) {
    static final Clock CLOCK = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 1, 15));

    /// All of that file.
    static List<Sample> of(String name) {
        List<Sample> samples = new ArrayList<>();
        List<String> lines = text(name).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(">")) continue;
            String line = lines.get(i).substring(Math.min(2, lines.get(i).length()));
            List<String> fields = new ArrayList<>();
            int next = i + 1;
            while (next < lines.size() && lines.get(next).startsWith("  ")) {
                fields.add(lines.get(next++).strip());
            }
            String dialect = fields.removeFirst();
            samples.add(
                    new Sample(name + ":" + (i + 1), line.replace("\\t", "\t"), dialect, fields));
        }
        return samples;
    }

    /// What the dialects say of it.
    Optional<Entry> read() {
        return Dialects.KNOWN.read(Line.bare(line), CLOCK);
    }

    /// What is not as it must be, empty when all is.
    List<String> wrong() {
        Optional<Entry> found = read();
        String id = found.map(Entry::dialect).orElse("-");
        if (!id.equals(dialect)) return List.of(place + " is " + id + ", not " + dialect);
        if (found.isEmpty()) return List.of();
        List<String> wrong = new ArrayList<>();
        for (String field : fields) {
            int space = field.indexOf(' ');
            String name = space < 0 ? field : field.substring(0, space);
            String value = space < 0 ? "" : field.substring(space + 1);
            String actual = value(found.get(), name, value);
            if (!actual.equals(value)) wrong.add(place + " " + name + " is [" + actual + "]");
        }
        return wrong;
    }

    private static String value(Entry entry, String name, String expected) {
        return switch (name) {
            case "at" -> time(entry, expected);
            case "status" -> String.valueOf(entry.status());
            case "upstreamStatus" -> String.valueOf(entry.upstreamStatus());
            case "millis" -> String.valueOf(entry.millis());
            case "pid" -> String.valueOf(entry.pid());
            case "signs" -> String.valueOf(entry.signs().size());
            case "sign" -> entry.signs().contains(expected) ? expected : entry.signs().toString();
            case "upstream" -> entry.upstream();
            case "scheme" -> entry.scheme();
            case "route" -> entry.route();
            case "method" -> entry.method();
            case "path" -> entry.path();
            case "host" -> entry.host();
            case "client" -> entry.client();
            case "request" -> entry.request();
            case "message" -> entry.message();
            default -> "no such field";
        };
    }

    private static String time(Entry entry, String expected) {
        if (!entry.timed()) return "no time";
        Instant instant = Instant.EPOCH.plusNanos(entry.micros() * 1000);
        return instant.equals(Instant.parse(expected)) ? expected : instant.toString();
    }

    private static String text(String name) {
        try (InputStream in = Sample.class.getResourceAsStream(name + ".samples")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
