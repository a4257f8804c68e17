package dev.goodgate.logs.report;

import dev.goodgate.logs.sign.Sign;
import dev.goodgate.logs.sign.Signs;
import dev.goodgate.logs.story.Story;
import dev.goodgate.logs.tally.Durations;
import dev.goodgate.logs.tally.Frequent;
import dev.goodgate.logs.tally.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Who and what a story struck. Several logs tell of the same failure, so of all signs the one that
/// counts most for a value counts.
final class Affected {
    private static final int WORDS = 64;

    private final List<Group> groups = new ArrayList<>();

    Affected(Story story) {
        for (Group group : story.groups()) {
            boolean note = Signs.ALL.of(group.key().sign()).map(Sign::note).orElse(false);
            if (!note || story.note()) groups.add(group);
        }
    }

    /// A value and how often it came.
    record Counted(String value, long count) {}

    List<Counted> upstreams() {
        return most(group -> {
            String upstream = group.key().upstream();
            return upstream.isEmpty() ? Map.of() : Map.of(upstream, group.count());
        });
    }

    List<Counted> routes() {
        return most(group -> words(group.routes()));
    }

    List<Counted> hosts() {
        return most(group -> words(group.hosts()));
    }

    List<Counted> paths() {
        return most(group -> words(group.paths()));
    }

    /// What clients got.
    List<Counted> statuses() {
        return most(group -> {
            Map<String, Long> counts = new TreeMap<>();
            group.statuses().forEach((status, count) -> counts.put(status.toString(), count));
            return counts;
        });
    }

    /// How long requests took.
    Durations durations() {
        Durations all = new Durations();
        for (Group group : groups) all.merge(group.durations());
        return all;
    }

    private static Map<String, Long> words(Frequent frequent) {
        Map<String, Long> counts = new TreeMap<>();
        for (Frequent.Counted one : frequent.top(WORDS)) counts.put(one.word(), one.count());
        return counts;
    }

    private List<Counted> most(Function<Group, Map<String, Long>> values) {
        Map<String, Map<String, Long>> bySign = new TreeMap<>();
        for (Group group : groups) {
            Map<String, Long> sums =
                    bySign.computeIfAbsent(group.key().sign(), _ -> new TreeMap<>());
            values.apply(group).forEach((value, count) -> sums.merge(value, count, Long::sum));
        }
        Map<String, Long> most = new TreeMap<>();
        for (Map<String, Long> sums : bySign.values()) {
            sums.forEach((value, count) -> most.merge(value, count, Math::max));
        }
        List<Counted> sorted = new ArrayList<>();
        most.forEach((value, count) -> sorted.add(new Counted(value, count)));
        sorted.sort(Comparator.comparingLong(Counted::count).reversed());
        return sorted;
    }
}
