package dev.goodgate.logs.report;

import dev.goodgate.logs.story.Story;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/// How many failures there were in each of equal slices of time, from the first to the last.
record Rate(long fromMicros, long widthMicros, List<Long> counts) {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    Rate {
        counts = List.copyOf(counts);
    }

    /// That of a story in at most so many slices; empty where nothing has a time.
    static Optional<Rate> of(Story story, int most) {
        var times = story.times();
        NavigableMap<Long, Long> slices = times.counts();
        if (slices.isEmpty()) return Optional.empty();
        long first = slices.firstKey();
        long all = slices.lastKey() - first + 1;
        long together = Math.ceilDiv(all, (long) most);
        int columns = (int) Math.ceilDiv(all, together);
        List<Long> counts = new ArrayList<>(Collections.nCopies(columns, 0L));
        for (Map.Entry<Long, Long> slice : slices.entrySet()) {
            int column = (int) ((slice.getKey() - first) / together);
            counts.set(column, counts.get(column) + slice.getValue());
        }
        return Optional.of(new Rate(first * times.width(), together * times.width(), counts));
    }

    /// The most in one slice.
    long peak() {
        return Collections.max(counts);
    }

    /// As a line of bars: the lowest is none.
    String spark() {
        StringBuilder out = new StringBuilder(counts.size());
        for (long count : counts) {
            out.append(BARS.charAt((int) Math.ceilDiv((BARS.length() - 1) * count, peak())));
        }
        return out.toString();
    }
}
