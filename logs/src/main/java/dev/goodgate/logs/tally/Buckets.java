package dev.goodgate.logs.tally;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How many events fell into each slice of time. Slices start ten seconds wide and double whenever
/// there would be more than 720 of them; since that depends on the whole alone, merging is the same
/// in any order. For one thread.
public final class Buckets {
    private static final long NARROWEST = 10_000_000;
    private static final int MOST = 720;

    private long width = NARROWEST;
    private NavigableMap<Long, Long> counts = new TreeMap<>();

    /// Counts one event at that time, in microseconds.
    public void add(long micros) {
        counts.merge(Math.floorDiv(micros, width), 1L, Long::sum);
        shrink();
    }

    /// Counts what the other counted too.
    public void merge(Buckets other) {
        while (width < other.width) widen();
        for (Map.Entry<Long, Long> one : other.counts.entrySet()) {
            long start = one.getKey() * other.width;
            counts.merge(Math.floorDiv(start, width), one.getValue(), Long::sum);
        }
        shrink();
    }

    /// The width of a slice in microseconds.
    public long width() {
        return width;
    }

    /// By number of slice (its start divided by the width): events in it.
    public NavigableMap<Long, Long> counts() {
        return counts;
    }

    /// Whether some event here lies within about that many microseconds of one there. Exact to a
    /// slice of the wider one.
    public boolean near(Buckets other, long micros) {
        boolean fewerHere = counts.size() <= other.counts.size();
        Buckets fewer = fewerHere ? this : other;
        Buckets more = fewerHere ? other : this;
        for (long slice : fewer.counts.keySet()) {
            long from = slice * fewer.width - micros;
            long to = (slice + 1) * fewer.width + micros;
            Long first = more.counts.ceilingKey(Math.floorDiv(from, more.width));
            if (first != null && first * more.width < to) return true;
        }
        return false;
    }

    private void shrink() {
        while (counts.size() > MOST) widen();
    }

    private void widen() {
        NavigableMap<Long, Long> wider = new TreeMap<>();
        counts.forEach((slice, count) -> wider.merge(Math.floorDiv(slice, 2L), count, Long::sum));
        counts = wider;
        width *= 2;
    }

    void write(TallyWriter out) {
        out.number(width).pairs(counts);
    }

    /// Counts what was written.
    void read(TallyReader in) {
        Buckets other = new Buckets();
        long wide = in.number();
        while (other.width < wide && other.width > 0) other.width *= 2;
        if (other.width != wide) throw in.broken("slices " + wide + " µs wide");
        in.pairs((slice, count) -> other.counts.merge(slice, count, Long::sum));
        merge(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Buckets that && width == that.width && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }
}
