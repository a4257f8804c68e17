package dev.goodgate.logs.story;

import dev.goodgate.diagnosis.Hop;
import dev.goodgate.logs.sign.Sign;
import dev.goodgate.logs.tally.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Joins groups that tell of the same. First those that say what happened; then each status of an
/// access log and each note goes to the story it fits best. A status joins others that it fits as
/// well, but never two that name different upstreams: at a busy site some status is near
/// everything, and so is some note. For one thread.
final class Joining {
    private final List<Cluster> clusters = new ArrayList<>();

    private Joining() {}

    /// Groups of one story. A status that fits other stories too is not counted here.
    record Cluster(List<Group> groups, List<Group> shared) {}

    static List<Cluster> of(List<Group> groups) {
        Joining joining = new Joining();
        List<Group> telling = new ArrayList<>();
        List<Group> asides = new ArrayList<>();
        for (Group group : groups) (aside(group) ? asides : telling).add(group);
        for (List<Group> some : joined(telling)) {
            joining.clusters.add(new Cluster(new ArrayList<>(some), new ArrayList<>()));
        }
        List<Group> left = new ArrayList<>();
        for (Group aside : asides) if (!joining.take(aside)) left.add(aside);
        for (List<Group> some : joined(left)) joining.clusters.add(new Cluster(some, List.of()));
        return joining.clusters;
    }

    private static boolean aside(Group group) {
        return Bond.generic(group) || Bond.sign(group).note();
    }

    /// The groups with whom each bonds, directly or through others, in their order.
    private static List<List<Group>> joined(List<Group> groups) {
        int[] leader = new int[groups.size()];
        for (int i = 0; i < leader.length; i++) leader[i] = i;
        for (int i = 0; i < leader.length; i++) {
            for (int k = 0; k < i; k++) {
                if (find(leader, i) == find(leader, k)) continue;
                if (Bond.between(groups.get(i), groups.get(k))) {
                    leader[find(leader, i)] = find(leader, k);
                }
            }
        }
        Map<Integer, List<Group>> joined = new LinkedHashMap<>();
        for (int i = 0; i < leader.length; i++) {
            joined.computeIfAbsent(find(leader, i), _ -> new ArrayList<>()).add(groups.get(i));
        }
        return List.copyOf(joined.values());
    }

    private static int find(int[] leader, int index) {
        int at = index;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    /// How well a status or a note fits a cluster.
    private record Fit(Cluster cluster, int score, long count) {
        private static final Comparator<Fit> BEST =
                Comparator.comparingInt(Fit::score).thenComparingLong(Fit::count).reversed();
    }

    /// Whether some cluster takes in that status or note.
    private boolean take(Group aside) {
        List<Fit> fits = new ArrayList<>();
        for (Cluster cluster : clusters) fit(aside, cluster).ifPresent(fits::add);
        if (fits.isEmpty()) return false;
        fits.sort(Fit.BEST);
        Cluster best = fits.getFirst().cluster;
        boolean alone = true;
        for (Fit fit : fits.subList(1, fits.size())) {
            if (fit.score < fits.getFirst().score) continue;
            if (!Bond.generic(aside) || apart(best, fit.cluster)) {
                alone = false;
                continue;
            }
            best.groups.addAll(fit.cluster.groups);
            best.shared.addAll(fit.cluster.shared);
            clusters.remove(fit.cluster);
        }
        best.groups.add(aside);
        if (!alone) best.shared.add(aside);
        return true;
    }

    private static Optional<Fit> fit(Group aside, Cluster cluster) {
        int score = 0;
        long count = 0;
        for (Group group : cluster.groups) {
            if (aside(group) || !Bond.between(aside, group)) continue;
            if (!Fitness.possible(aside, group)) continue;
            score = Math.max(score, Fitness.of(aside, group));
            count = Math.max(count, group.count());
        }
        return score == 0 ? Optional.empty() : Optional.of(new Fit(cluster, score, count));
    }

    private static boolean apart(Cluster one, Cluster other) {
        for (Group a : one.groups) {
            for (Group b : other.groups) {
                if (Bond.apart(a, b)) return true;
            }
        }
        return false;
    }

    /// How well a status of an access log fits what another line says.
    private static final class Fitness {
        private static final int SERVER = 500;

        private Fitness() {}

        /// A visitor's mistake is told by its own status alone, and such a status by nothing else.
        static boolean possible(Group status, Group group) {
            if (!Bond.generic(status)) return true;
            Sign sign = Bond.sign(group);
            boolean visitors = sign.hop() == Hop.VISITOR || sign.hop() == Hop.ACCESS;
            boolean server = status.statuses().keySet().stream().anyMatch(code -> code >= SERVER);
            return same(status, group) || (server && !visitors);
        }

        static int of(Group status, Group group) {
            int score = 1;
            if (same(status, group)) score += 4;
            if (status.paths().meets(group.paths())) score += 6;
            if (Bond.same(status.key().upstream(), group.key().upstream())) score += 8;
            if (status.requests().meets(group.requests())) score += 8;
            return score;
        }

        private static boolean same(Group status, Group group) {
            int usual = Bond.sign(group).symptom().status();
            for (int code : status.statuses().keySet()) {
                if (code == usual || group.statuses().containsKey(code)) return true;
            }
            return false;
        }
    }
}
