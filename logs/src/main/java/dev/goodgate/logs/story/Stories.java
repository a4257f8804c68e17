package dev.goodgate.logs.story;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.cause.Causes;
import dev.goodgate.logs.rule.Beliefs;
import dev.goodgate.logs.rule.Facts;
import dev.goodgate.logs.rule.Rule;
import dev.goodgate.logs.rule.Rules;
import dev.goodgate.logs.sign.Sign;
import dev.goodgate.logs.sign.Signs;
import dev.goodgate.logs.tally.Group;
import dev.goodgate.logs.tally.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Joins groups into stories and ranks their causes. Looks at the tally alone, so the same lines
/// give the same stories however they were read.
public final class Stories {
    private static final int MOST_CAUSES = 5;
    private static final double NEGLIGIBLE = 0.02;

    private Stories() {}

    /// The stories of that tally, those with most impact first.
    public static List<Story> of(Tally tally) {
        List<Story> stories = new ArrayList<>();
        for (Joining.Cluster some : Joining.of(List.copyOf(tally.groups()))) {
            stories.add(story(some));
        }
        stories.sort(
                Comparator.comparing(Story::note)
                        .thenComparing(Comparator.comparingDouble(Stories::impact).reversed()));
        return stories;
    }

    /// Failures count by their number's size; what is known for sure weighs more than a guess.
    private static double impact(Story story) {
        double belief = story.causes().isEmpty() ? 0 : story.causes().getFirst().belief();
        return (1 + Math.log1p((double) story.failures())) * (0.2 + belief);
    }

    private static Story story(Joining.Cluster cluster) {
        List<Group> groups = cluster.groups();
        Beliefs beliefs = new Beliefs();
        Map<String, Sign> signs = new LinkedHashMap<>();
        for (Group group : groups) {
            Signs.ALL.of(group.key().sign()).ifPresent(sign -> signs.put(sign.id(), sign));
        }
        boolean told = signs.values().stream().anyMatch(sign -> !sign.note() && !generic(sign));
        for (Sign sign : signs.values()) {
            if (!told || !generic(sign)) sign.causes().forEach(beliefs::support);
        }
        Facts facts = new Facts(groups);
        for (Rule rule : Rules.ALL) rule.weigh(facts, beliefs);
        List<Sign> sorted = new ArrayList<>(signs.values());
        sorted.sort(
                Comparator.comparing(Sign::note)
                        .thenComparing(Comparator.comparingInt(Sign::surest).reversed()));
        boolean note = sorted.getFirst().note();
        long failures = failures(cluster, note);
        return new Story(groups, sorted.getFirst().symptom(), ranked(beliefs), note, failures);
    }

    /// Lines of the group that has most, since several logs tell of the same.
    private static long failures(Joining.Cluster cluster, boolean note) {
        long most = 0;
        for (Group group : cluster.groups()) {
            boolean counts = note || !Bond.sign(group).note();
            if (counts && !cluster.shared().contains(group)) most = Math.max(most, group.count());
        }
        return most;
    }

    /// A status in an access log says nothing more where a line says what happened.
    private static boolean generic(Sign sign) {
        return sign.id().startsWith("access.");
    }

    private static List<Ranked> ranked(Beliefs beliefs) {
        Map<String, Integer> place = new HashMap<>();
        for (Cause cause : Causes.ALL) place.put(cause.id(), place.size());
        List<Ranked> ranked = new ArrayList<>();
        for (String cause : beliefs.causes()) {
            double belief = beliefs.of(cause);
            if (belief < NEGLIGIBLE) continue;
            List<Beliefs.Reason> reasons = new ArrayList<>();
            for (Beliefs.Reason reason : beliefs.reasons()) {
                if (reason.cause().equals(cause)) reasons.add(reason);
            }
            ranked.add(Ranked.of(cause, belief, reasons));
        }
        ranked.sort(
                Comparator.comparingDouble(Ranked::belief)
                        .reversed()
                        .thenComparing(one -> place.getOrDefault(one.cause(), place.size())));
        return ranked.subList(0, Math.min(MOST_CAUSES, ranked.size()));
    }
}
