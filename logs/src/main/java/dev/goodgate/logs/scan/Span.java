package dev.goodgate.logs.scan;

import dev.goodgate.logs.line.Line;

/// From when to when lines count, in microseconds, the end excluded. A line without a time counts
/// only where nothing was asked.
public record Span(long from, long to) {
    /// All times.
    public static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean holds(long micros) {
        if (micros == Line.NO_TIME) return equals(ALL);
        return micros >= from && micros < to;
    }
}
