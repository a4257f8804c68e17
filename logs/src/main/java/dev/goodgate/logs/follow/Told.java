package dev.goodgate.logs.follow;

import dev.goodgate.logs.story.Story;
import dev.goodgate.logs.tally.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What was told already, and of which groups something was seen lately. For one thread.
final class Told {
    private static final int TIMES = 10;

    private final Map<Group.Key, Telling> told = new HashMap<>();
    private final Map<Group.Key, Growth> growths = new HashMap<>();

    /// How a story was told last.
    private record Telling(long failures, String cause) {}

    /// How many a group counted, and since when no more.
    private record Growth(long count, Instant since) {}

    /// Whether a story is worth telling, which then counts as told: it is new, its failures grew
    /// tenfold, or its first cause is another. Notes are not told.
    boolean isNews(Story story) {
        if (story.note()) return false;
        String cause = story.causes().isEmpty() ? "" : story.causes().getFirst().cause();
        long before = 0;
        boolean same = false;
        for (Group group : story.groups()) {
            Telling last = told.get(group.key());
            if (last == null) continue;
            before = Math.max(before, last.failures);
            same |= last.cause.equals(cause);
        }
        boolean news = !same || story.failures() >= before * TIMES;
        Telling now = new Telling(news ? story.failures() : before, cause);
        for (Group group : story.groups()) told.put(group.key(), now);
        return news;
    }

    /// Notes which groups grew until that moment.
    void look(Collection<Group> groups, Instant now) {
        Set<Group.Key> there = new HashSet<>();
        for (Group group : groups) {
            there.add(group.key());
            Growth last = growths.get(group.key());
            if (last != null && last.count == group.count()) continue;
            growths.put(group.key(), new Growth(group.count(), now));
        }
        growths.keySet().retainAll(there);
        told.keySet().retainAll(there);
    }

    /// Whether nothing of the group was seen for longer than that before that moment.
    boolean isPast(Group group, Duration age, Instant now) {
        Growth growth = growths.get(group.key());
        return growth != null && growth.since.plus(age).isBefore(now);
    }
}
