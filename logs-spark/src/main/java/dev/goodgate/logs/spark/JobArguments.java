package dev.goodgate.logs.spark;

import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.logs.dialect.LogFormat;
import dev.goodgate.logs.report.ReportOptions;
import dev.goodgate.logs.scan.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the command line of the job says. Immutable once read.
final class JobArguments {
    static final String USAGE =
            """
            Usage: spark-submit … goodgate-logs-spark.jar [OPTION]… PATH…

              --json           Print JSON instead of text.
              --output PATH    Write the report there, over what is there, instead of printing it.
              --since INSTANT  Only what happened from then on: 2026-01-05T06:00:00Z.
              --until INSTANT  Only what happened before.
              --zone ZONE      Of times without one: UTC, Europe/Berlin. [the driver's]
              --today DATE     No log was written after that day: 2026-01-31. [the driver's]
              --format TEXT    A log_format as nginx.conf has it, tried first.
              --lang LANGUAGE  en, es, ru or zh. [en]
              --raw            Leave secrets and addresses of people in.
            """;

    private static final Set<String> VALUED =
            Set.of("--output", "--since", "--until", "--zone", "--today", "--format", "--lang");
    private static final Set<String> FLAGS = Set.of("--json", "--raw");

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> paths = new ArrayList<>();

    /// @throws IllegalArgumentException when they are not as the usage says
    JobArguments(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (FLAGS.contains(word)) {
                flags.add(word);
            } else if (VALUED.contains(word)) {
                if (++i == words.size()) throw new IllegalArgumentException(word + ": no value");
                values.put(word, words.get(i));
            } else if (word.startsWith("--")) {
                throw new IllegalArgumentException("there is no option " + word);
            } else {
                paths.add(word);
            }
        }
        if (paths.isEmpty()) throw new IllegalArgumentException("no path");
    }

    List<String> paths() {
        return paths;
    }

    boolean json() {
        return flags.contains("--json");
    }

    /// Empty for the standard output.
    String output() {
        return values.getOrDefault("--output", "");
    }

    /// @throws IllegalArgumentException for a time, zone, day or format that is none
    Asked asked(Instant now) {
        try {
            String zone = values.getOrDefault("--zone", ZoneId.systemDefault().getId());
            LocalDate day = LocalDate.ofInstant(now, ZoneId.of(zone));
            String today = values.getOrDefault("--today", day.toString());
            long from = micros("--since", Span.ALL.from());
            long to = micros("--until", Span.ALL.to());
            String format = values.getOrDefault("--format", "");
            if (values.containsKey("--format")) LogFormat.of(format);
            return new Asked(zone, LocalDate.parse(today).toString(), from, to, format);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private long micros(String name, long otherwise) {
        if (!values.containsKey(name)) return otherwise;
        Instant instant = Instant.parse(values.get(name));
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }

    /// @throws IllegalArgumentException for a language without texts
    ReportOptions options() {
        String tag = values.getOrDefault("--lang", "en");
        Texts texts =
                Texts.in(
                        Language.find(tag)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "--lang " + tag + ": no texts in it")));
        return flags.contains("--raw")
                ? ReportOptions.terminal(texts)
                : ReportOptions.shared(texts);
    }
}
