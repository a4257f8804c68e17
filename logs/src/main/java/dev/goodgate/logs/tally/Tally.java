package dev.goodgate.logs.tally;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Everything seen in some part of the logs. Two tallies merge into that of both parts, in any
/// order and any grouping. Memory is bounded: of one sign at most 48 upstreams are told apart, by
/// writer and dialect; the rest is counted as one. Where that makes more than 1 024 groups, half as
/// many upstreams are told apart, and half as many words kept of each, as often as needed; since
/// that depends on the whole alone, merging stays the same. For one thread.
public final class Tally {
    private static final int UPSTREAMS = 48;
    private static final int MOST_GROUPS = 1_024;
    private static final int MOST_HALVINGS = 6;

    /// What the order of the group begins with that stands for all those not told apart.
    private static final String REST = "00";

    private final Map<String, TreeMap<String, Group>> groups = new TreeMap<>();

    /// Groups as they are found again fast: some of those above, never one that is not.
    private final Map<Group.Key, Group> near = new HashMap<>();

    private final Coverage coverage = new Coverage();
    private int halvings;
    private int size;

    /// Counts a sighting.
    public void add(Sighting sighting) {
        Group.Key key = Group.Key.of(sighting);
        Group known = near.get(key);
        if (known != null) {
            known.add(sighting);
            return;
        }
        Group group = group(key, order(key));
        group.add(sighting);
        near.put(key, group);
        bound(key.sign());
        thin();
    }

    /// Counts what the other counted too; the other may change with this one afterwards.
    public void merge(Tally other) {
        while (halvings < other.halvings) halve();
        other.groups.forEach((sign, some) -> {
            some.forEach((order, group) -> group(group.key(), order).merge(group));
            bound(sign);
        });
        thin();
        coverage.merge(other.coverage);
    }

    private Group group(Group.Key key, String order) {
        return groups.computeIfAbsent(key.sign(), _ -> new TreeMap<>())
                .computeIfAbsent(order, _ -> made(key));
    }

    private Group made(Group.Key key) {
        size++;
        return new Group(key, halvings);
    }

    /// A fixed order of keys in which what is most worth keeping apart comes first.
    private static String order(Group.Key key) {
        return key.upstream().isEmpty() ? "0" + key : "1" + key;
    }

    private void bound(String sign) {
        TreeMap<String, Group> some = groups.getOrDefault(sign, new TreeMap<>());
        while (some.size() > (UPSTREAMS >> halvings) + 1) {
            Group rest = some.pollLastEntry().getValue();
            near.remove(rest.key());
            size--;
            Group.Key key = new Group.Key(sign, "", "", "", "");
            some.computeIfAbsent(REST + key, _ -> made(key)).merge(rest);
        }
    }

    private void thin() {
        while (size > MOST_GROUPS && halvings < MOST_HALVINGS) halve();
    }

    private void halve() {
        halvings++;
        groups.keySet().forEach(this::bound);
        groups.values().forEach(some -> some.values().forEach(group -> group.narrow(halvings)));
    }

    /// Forgets the groups that are past, and of what was read all but what the numbers of the lines
    /// still quoted need.
    public void forget(Predicate<Group> past) {
        near.clear();
        groups.values().forEach(some -> some.values().removeIf(past));
        groups.values().removeIf(Map::isEmpty);
        size = groups.values().stream().mapToInt(Map::size).sum();
        Set<Where> quoted = new HashSet<>();
        for (Group group : groups()) {
            for (Quote quote : group.quotes()) quoted.add(quote.where());
        }
        coverage.condense(quoted);
    }

    /// What was seen, in a fixed order.
    public Collection<Group> groups() {
        return groups.values().stream().flatMap(some -> some.values().stream()).toList();
    }

    /// What was read.
    public Coverage coverage() {
        return coverage;
    }

    void write(TallyWriter out) {
        out.number(halvings).number(size);
        for (TreeMap<String, Group> some : groups.values()) {
            some.forEach((order, group) -> {
                out.flag(order.startsWith(REST));
                group.write(out);
            });
        }
        coverage.write(out);
    }

    static Tally read(TallyReader in) {
        Tally tally = new Tally();
        long halvings = in.number();
        if (halvings < 0 || halvings > MOST_HALVINGS) throw in.broken("halved " + halvings + "×");
        tally.halvings = (int) halvings;
        for (int left = in.count(); left > 0; left--) {
            boolean rest = in.flag();
            Group group = Group.read(in);
            tally.group(group.key(), rest ? REST + group.key() : order(group.key())).merge(group);
        }
        tally.coverage.read(in);
        return tally;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that
                && groups.equals(that.groups)
                && coverage.equals(that.coverage);
    }

    @Override
    public int hashCode() {
        return groups.hashCode();
    }
}
