package dev.goodgate.logs.cases;

import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.story.Ranked;
import dev.goodgate.logs.story.Story;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The analysis judged by labelled cases. Shares are fractions of 1. Immutable.
public record Score(List<Judged> judged) {
    public Score {
        judged = List.copyOf(judged);
    }

    /// Analyses the lines of each case by themselves.
    public static Score of(List<LabelledCase> cases) {
        List<Judged> judged = new ArrayList<>();
        for (LabelledCase one : cases) judged.add(new Judged(one, answers(one)));
        return new Score(judged);
    }

    private static List<String> answers(LabelledCase one) {
        Set<String> causes = new LinkedHashSet<>();
        for (Story story : Explanation.ofText("case", String.join("\n", one.lines()))) {
            for (Ranked cause : story.causes()) causes.add(cause.cause());
        }
        return List.copyOf(causes);
    }

    /// How many cases.
    public int total() {
        return judged.size();
    }

    /// How often the first answer is the cause.
    public double first() {
        return share(judged, Judged::first);
    }

    /// How often the cause is among the first three answers.
    public double topThree() {
        return share(judged, Judged::topThree);
    }

    /// How often the first answer is the cause or as justified.
    public double tolerantFirst() {
        return share(judged, Judged::tolerant);
    }

    /// The mean over causes of how often the first answer is right.
    public double macroFirst() {
        double sum = 0;
        Map<String, List<Judged>> causes = byCause();
        for (List<Judged> some : causes.values()) sum += share(some, Judged::first);
        return causes.isEmpty() ? 0 : sum / causes.size();
    }

    /// The cases of each cause.
    public Map<String, List<Judged>> byCause() {
        Map<String, List<Judged>> causes = new TreeMap<>();
        for (Judged one : judged) {
            causes.computeIfAbsent(one.labelled().cause(), _ -> new ArrayList<>()).add(one);
        }
        return causes;
    }

    /// The same for the cases that somebody confirmed.
    public Score confirmed() {
        return new Score(judged.stream().filter(one -> one.labelled().confirmed()).toList());
    }

    /// The share of those, 0 of none.
    public static double share(Collection<Judged> some, Predicate<Judged> such) {
        return some.isEmpty() ? 0 : (double) some.stream().filter(such).count() / some.size();
    }
}
