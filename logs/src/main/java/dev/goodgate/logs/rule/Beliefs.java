package dev.goodgate.logs.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How strongly each cause is believed, from 0 to 1, and why. Independent evidence for a cause
/// leaves the product of the doubts. For one thread.
public final class Beliefs {
    private final Map<String, Double> doubts = new LinkedHashMap<>();
    private final List<Reason> reasons = new ArrayList<>();

    /// A rule spoke for or against a cause: its id names the text that says why.
    public record Reason(String cause, String rule, boolean speaksFor) {}

    /// Speaks for a cause with so many percent.
    public void support(String cause, int percent) {
        doubts.merge(cause, 1 - percent / 100.0, (old, more) -> old * more);
    }

    /// Speaks for a cause and says by which rule.
    public void raise(String cause, int percent, String rule) {
        support(cause, percent);
        reasons.add(new Reason(cause, rule, true));
    }

    /// Takes belief away: what is left of it is that share in percent.
    public void lower(String cause, int percent, String rule) {
        double old = of(cause);
        if (old == 0) return;
        doubts.put(cause, 1 - old * percent / 100.0);
        reasons.add(new Reason(cause, rule, false));
    }

    /// How strongly that cause is believed.
    public double of(String cause) {
        return 1 - doubts.getOrDefault(cause, 1.0);
    }

    /// The causes that anything spoke for, in the order in which it did.
    public List<String> causes() {
        return List.copyOf(doubts.keySet());
    }

    /// What rules said, in order.
    public List<Reason> reasons() {
        return List.copyOf(reasons);
    }
}
