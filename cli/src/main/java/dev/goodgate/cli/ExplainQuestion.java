package dev.goodgate.cli;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.dialect.LogFormat;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.report.Visible;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.scan.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// How the user wants logs to be read.
final class ExplainQuestion {
    static final Option SINCE =
            Option.valued("--since", "WHEN", "Only what happened from then on.");
    static final Option UNTIL = Option.valued("--until", "WHEN", "Only what happened before.");
    static final Option ZONE =
            Option.valued(
                    "--zone", "ZONE", "Of times without one: UTC, Europe/Berlin. [this machine's]");
    static final Option FORMAT =
            Option.valued("--format", "TEXT", "A log_format as nginx.conf has it, tried first.");

    /// Of the logs of a whole machine, nobody wants last year's first.
    private static final String LAST_DAY = "24h";

    private ExplainQuestion() {}

    /// The question, or nothing when something in it is wrong, which is said.
    static Optional<Question> of(Arguments arguments, Terminal terminal) {
        Optional<ZoneId> zone = zone(arguments, terminal);
        if (zone.isEmpty()) return Optional.empty();
        Instant now = Instant.now();
        Clock clock = new Clock(zone.get(), LocalDate.ofInstant(now, zone.get()));
        Optional<Span> span = span(arguments, new ExplainSpan(clock, now), terminal);
        if (span.isEmpty()) return Optional.empty();
        Optional<Dialects> dialects = dialects(arguments, terminal);
        int threads = Runtime.getRuntime().availableProcessors();
        return dialects.map(known -> new Question(clock, span.get(), known, threads));
    }

    private static Optional<Span> span(Arguments arguments, ExplainSpan times, Terminal terminal) {
        String usual = ExplainInputs.anywhere(arguments) ? LAST_DAY : "";
        String since = arguments.value(SINCE).orElse(usual);
        String until = arguments.value(UNTIL).orElse("");
        Optional<Span> span = times.between(since, until);
        if (span.isEmpty()) {
            boolean early = !since.isEmpty() && times.time(since).isEmpty();
            String wrong = early ? SINCE.name() + " " + since : UNTIL.name() + " " + until;
            terminal.say("explain: " + wrong + ": no time (expected: " + ExplainSpan.FORMS + ")");
        } else if (span.get().from() >= span.get().to()) {
            terminal.say("explain: --since " + since + " is not before --until " + until);
            return Optional.empty();
        }
        return span;
    }

    private static Optional<Dialects> dialects(Arguments arguments, Terminal terminal) {
        Optional<String> format = arguments.value(FORMAT);
        if (format.isEmpty()) return Optional.of(Dialects.KNOWN);
        try {
            return Optional.of(Dialects.preferring(LogFormat.of(format.get())));
        } catch (IllegalArgumentException wrong) {
            terminal.say(
                    "explain: --format "
                            + Visible.of(format.get())
                            + ": "
                            + wrong.getMessage()
                            + " (expected: a log_format such as '$remote_addr [$time_local]"
                            + " \"$request\" $status')");
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(Arguments arguments, Terminal terminal) {
        Optional<String> zone = arguments.value(ZONE);
        if (zone.isEmpty()) return Optional.of(ZoneId.systemDefault());
        try {
            return Optional.of(ZoneId.of(zone.get()));
        } catch (DateTimeException _) {
            terminal.say(
                    "explain: --zone "
                            + zone.get()
                            + ": no such zone (expected: UTC, +02:00, Europe/Berlin …)");
            return Optional.empty();
        }
    }
}
