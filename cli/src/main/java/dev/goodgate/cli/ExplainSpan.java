package dev.goodgate.cli;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.scan.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Times as people type them for `--since` and `--until`: `30m`, `2h`, `1d` ago; `today`,
/// `yesterday`; `10:30` today; a date; a date and time in any form that logs write.
record ExplainSpan(Clock clock, Instant now) {
    static final String FORMS =
            "30m, 2h, 1d, today, yesterday, 10:30, 2026-01-31 or 2026-01-31T10:30:00";

    /// In microseconds since 1970; empty when it is no time.
    OptionalLong time(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        LocalDate today = now.atZone(clock.zone()).toLocalDate();
        if (small.equals("now")) return micros(now);
        if (small.equals("today")) return day(today);
        if (small.equals("yesterday")) return day(today.minusDays(1));
        OptionalLong ago = ago(small);
        if (ago.isPresent()) return ago;
        try {
            LocalTime time = LocalTime.parse(small);
            return micros(ZonedDateTime.of(today, time, clock.zone()).toInstant());
        } catch (DateTimeParseException _) {
            // It is no time of day; perhaps a date.
        }
        try {
            return day(LocalDate.parse(small));
        } catch (DateTimeParseException _) {
            Clock.Stamp stamp = clock.at(text.strip(), 0);
            return stamp.found() ? OptionalLong.of(stamp.micros()) : OptionalLong.empty();
        }
    }

    private OptionalLong ago(String text) {
        if (text.length() < 2 || text.length() > 6) return OptionalLong.empty();
        long amount = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return OptionalLong.empty();
            amount = amount * 10 + digit;
        }
        Duration unit =
                switch (text.charAt(text.length() - 1)) {
                    case 's' -> Duration.ofSeconds(1);
                    case 'm' -> Duration.ofMinutes(1);
                    case 'h' -> Duration.ofHours(1);
                    case 'd' -> Duration.ofDays(1);
                    case 'w' -> Duration.ofDays(7);
                    default -> Duration.ZERO;
                };
        if (unit.isZero()) return OptionalLong.empty();
        return micros(now.minus(unit.multipliedBy(amount)));
    }

    private OptionalLong day(LocalDate date) {
        return micros(date.atStartOfDay(clock.zone()).toInstant());
    }

    private static OptionalLong micros(Instant instant) {
        return OptionalLong.of(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
    }

    /// The span between the two, either of which may be empty for none; nothing when one is no
    /// time.
    Optional<Span> between(String since, String until) {
        OptionalLong from = since.isEmpty() ? OptionalLong.of(Span.ALL.from()) : time(since);
        OptionalLong to = until.isEmpty() ? OptionalLong.of(Span.ALL.to()) : time(until);
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        return Optional.of(new Span(from.getAsLong(), to.getAsLong()));
    }
}
