package dev.goodgate.logs.story;

import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.logs.sign.Sign;
import dev.goodgate.logs.sign.Signs;
import dev.goodgate.logs.tally.Buckets;
import dev.goodgate.logs.tally.Group;
import dev.goodgate.logs.tally.Quote;
import java.util.ArrayList;
import java.util.List;

/// One thing that went wrong: the groups of lines that tell of it, what was observed, and why, the
/// most believed cause first (at most five; none where nothing can be told), and how many failures
/// it stands for. Immutable.
public record Story(
        List<Group> groups, Symptom symptom, List<Ranked> causes, boolean note, long failures) {
    public Story {
        groups = List.copyOf(groups);
        causes = List.copyOf(causes);
    }

    /// Whether any of it has a time.
    public boolean timed() {
        return groups.stream().anyMatch(Group::timed);
    }

    /// The earliest time in microseconds, where timed.
    public long first() {
        return groups.stream().filter(Group::timed).mapToLong(Group::first).min().orElse(0);
    }

    /// The latest time in microseconds, where timed.
    public long last() {
        return groups.stream().filter(Group::timed).mapToLong(Group::last).max().orElse(0);
    }

    /// When its failures were.
    public Buckets times() {
        Buckets all = new Buckets();
        Group most = groups.getFirst();
        for (Group group : groups) {
            if (group.timed() && (!most.timed() || group.count() > most.count())) most = group;
        }
        all.merge(most.times());
        return all;
    }

    /// The lines that prove it, those of the most telling signs first, at most so many.
    public List<Quote> evidence(int most) {
        List<Quote> quotes = new ArrayList<>();
        for (int round = 0; quotes.size() < most && round < 4; round++) {
            for (Group group : telling()) {
                List<Quote> mine = group.quotes();
                if (round >= mine.size() || quotes.size() >= most) continue;
                Quote quote = mine.get(round);
                boolean there =
                        quotes.stream().anyMatch(other -> other.where().equals(quote.where()));
                if (!there) quotes.add(quote);
            }
        }
        return quotes;
    }

    /// The groups, the most telling first.
    public List<Group> telling() {
        List<Group> sorted = new ArrayList<>(groups);
        sorted.sort((a, b) -> {
            int bySurety = Integer.compare(surest(b), surest(a));
            return bySurety != 0 ? bySurety : Long.compare(b.count(), a.count());
        });
        return sorted;
    }

    private static int surest(Group group) {
        return Signs.ALL.of(group.key().sign()).map(Sign::surest).orElse(0);
    }
}
