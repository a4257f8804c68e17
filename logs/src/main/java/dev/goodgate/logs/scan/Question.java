package dev.goodgate.logs.scan;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// How logs are read: times by that clock, only what lies in that span, in those formats, on so
/// many threads.
public record Question(Clock clock, Span span, Dialects dialects, int threads) {

    /// Everything, in every known format, on all processors; times without a zone are taken in this
    /// machine's.
    public static Question everything() {
        ZoneId zone = ZoneId.systemDefault();
        Clock clock = new Clock(zone, LocalDate.now(zone));
        int threads = Runtime.getRuntime().availableProcessors();
        return new Question(clock, Span.ALL, Dialects.KNOWN, threads);
    }
}
