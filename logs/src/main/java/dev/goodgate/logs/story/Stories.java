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
        List<Group> groups = new ArrayList<>(tally.groups());
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
        List<Story> stories = new ArrayList<>();
        for (List<Group> some : joined.values()) stories.add(story(some));
        stories.sort(
                Comparator.comparing(Story::note)
                        .thenComparing(Comparator.comparingDouble(Stories::impact).reversed()));
        return stories;
    }

    private static int find(int[] leader, int index) {
        int at = index;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    /// Failures count by their number's size; what is known for sure weighs more than a guess.
    private static double impact(Story story) {
        double belief = story.causes().isEmpty() ? 0 : story.causes().getFirst().belief();
        return (1 + Math.log1p((double) story.failures())) * (0.2 + belief);
    }

    private static Story story(List<Group> groups) {
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
        return new Story(groups, sorted.getFirst().symptom(), ranked(beliefs), note);
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
