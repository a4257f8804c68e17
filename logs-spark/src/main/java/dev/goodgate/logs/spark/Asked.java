package dev.goodgate.logs.spark;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.dialect.LogFormat;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.scan.Span;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;

/// How logs are to be read, as it travels to those who read them: the zone of times without one,
/// the day after which no log was written, the span in microseconds, and a `log_format` tried first
/// (empty for none). All readers of a job get the same, whatever clock their machine has.
public record Asked(String zone, String today, long from, long to, String format)
        implements Serializable {

    /// Everything, in every known format.
    public static Asked everything(ZoneId zone, LocalDate today) {
        return new Asked(zone.getId(), today.toString(), Span.ALL.from(), Span.ALL.to(), "");
    }

    /// The same as a question to one thread.
    Question question() {
        Clock clock = new Clock(ZoneId.of(zone), LocalDate.parse(today));
        Dialects dialects =
                format.isEmpty() ? Dialects.KNOWN : Dialects.preferring(LogFormat.of(format));
        return new Question(clock, new Span(from, to), dialects, 1);
    }
}
