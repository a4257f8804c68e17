package dev.goodgate.logs.tally;

/// A line as it is quoted in a report: when, where, and its text without wrappers, bounded, its
/// control characters made visible.
public record Quote(long micros, Where where, String text) implements Comparable<Quote> {
    @Override
    public int compareTo(Quote other) {
        int byTime = Long.compare(micros, other.micros);
        return byTime != 0 ? byTime : where.compareTo(other.where);
    }
}
