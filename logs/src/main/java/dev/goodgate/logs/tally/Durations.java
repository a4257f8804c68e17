package dev.goodgate.logs.tally;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How long things took, to two digits: 137 ms counts as 130 ms. A few hundred numbers at most.
/// Merging is the same in any order. For one thread.
public final class Durations {
    private final NavigableMap<Long, Long> counts = new TreeMap<>();

    /// Counts one, in milliseconds; a negative one is unknown.
    public void add(long millis) {
        if (millis >= 0) counts.merge(rounded(millis), 1L, Long::sum);
    }

    /// Counts what the other counted too.
    public void merge(Durations other) {
        other.counts.forEach((millis, count) -> counts.merge(millis, count, Long::sum));
    }

    /// How many are known.
    public long count() {
        long sum = 0;
        for (long count : counts.values()) sum += count;
        return sum;
    }

    /// The value below or at which that share of them lies, in milliseconds; -1 when none is known.
    public long quantile(double share) {
        long left = (long) Math.ceil(count() * share);
        long last = -1;
        for (Map.Entry<Long, Long> one : counts.entrySet()) {
            last = one.getKey();
            left -= one.getValue();
            if (left <= 0) break;
        }
        return last;
    }

    private static long rounded(long millis) {
        long unit = 1;
        while (millis / unit >= 100) unit *= 10;
        return millis / unit * unit;
    }

    void write(TallyWriter out) {
        out.pairs(counts);
    }

    /// Counts what was written.
    void read(TallyReader in) {
        in.pairs((millis, count) -> counts.merge(millis, count, Long::sum));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Durations that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }
}
