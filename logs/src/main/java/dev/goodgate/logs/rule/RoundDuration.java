package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.logs.tally.Durations;
import dev.goodgate.logs.tally.Group;

/// Connections that end after the same whole number of seconds again and again end by a limit, not
/// by chance: an application server's own, where the proxy saw them closed; the proxy's, where it
/// timed out.
final class RoundDuration implements Rule {
    private static final int STRONG = 55;
    private static final int ENOUGH = 5;
    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;
    private static final long SECOND = 1000;
    private static final long SHORTEST = 4 * SECOND;

    @Override
    public String id() {
        return "round-duration";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        boolean closed =
                facts.symptom(Symptom.RESPONSE_CLOSED_EARLY)
                        || facts.symptom(Symptom.RESPONSE_RESET);
        for (Group group : facts.groups()) {
            if (!round(group.durations())) continue;
            String cause = closed ? "upstream-worker-timeout" : "upstream-read-timeout";
            beliefs.raise(cause, STRONG, id());
            return;
        }
    }

    private static boolean round(Durations durations) {
        if (durations.count() < ENOUGH) return false;
        long low = durations.quantile(LOW);
        long high = durations.quantile(HIGH);
        long whole = (low + SECOND / 2) / SECOND * SECOND;
        return low >= SHORTEST && Math.abs(low - whole) <= SECOND / 2 && high - low <= SECOND / 2;
    }
}
