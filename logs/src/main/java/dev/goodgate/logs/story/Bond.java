package dev.goodgate.logs.story;

import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.cause.CauseEntry;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.logs.sign.Sign;
import dev.goodgate.logs.sign.Signs;
import dev.goodgate.logs.tally.Group;
import dev.goodgate.logs.tally.Quote;
import java.util.Map;

/// Whether two groups tell of the same thing.
final class Bond {
    /// What belongs together happens within this time.
    private static final long NEAR = 15_000_000;

    /// From this share on, in percent, a sign names its cause.
    private static final int NAMES = 30;

    private Bond() {}

    static boolean between(Group one, Group other) {
        if (!one.timed() || !other.timed()) return one.sources().meets(other.sources());
        if (!one.times().near(other.times(), NEAR)) return false;
        if (one.requests().meets(other.requests()) || sameLine(one, other)) return true;
        Sign first = sign(one);
        Sign second = sign(other);
        if (apart(one, other)) return false;
        return first.id().equals(second.id())
                || same(one.key().upstream(), other.key().upstream())
                || generic(first)
                || generic(second)
                || first.symptom() == second.symptom()
                || explains(first, second)
                || explains(second, first)
                || starts(first, second)
                || starts(second, first);
    }

    /// Whether one of the quoted lines shows both.
    private static boolean sameLine(Group one, Group other) {
        for (Quote quote : one.quotes()) {
            for (Quote of : other.quotes()) {
                if (quote.where().equals(of.where())) return true;
            }
        }
        return false;
    }

    /// Whether the first tells of a start and the second of dials that failed about then.
    private static boolean starts(Sign first, Sign second) {
        return first.symptom() == Symptom.UPSTREAM_STARTING
                && second.symptom().phase() == Phase.CONNECT;
    }

    /// Both name an upstream, and not the same.
    static boolean apart(Group one, Group other) {
        String a = one.key().upstream();
        String b = other.key().upstream();
        return !a.isEmpty()
                && !b.isEmpty()
                && !a.equals(b)
                && !one.key().sign().equals(other.key().sign());
    }

    static boolean same(String a, String b) {
        return !a.isEmpty() && a.equals(b);
    }

    /// A status in an access log fits whatever failed then.
    static boolean generic(Group group) {
        return generic(sign(group));
    }

    private static boolean generic(Sign sign) {
        return sign.id().startsWith("access.") && !sign.note();
    }

    /// Whether a cause that the first names leads to what the second shows, or is one the second
    /// names too.
    private static boolean explains(Sign first, Sign second) {
        for (Map.Entry<String, Integer> cause : first.causes().entrySet()) {
            if (cause.getValue() < NAMES) continue;
            if (second.causes().containsKey(cause.getKey())) return true;
            CauseEntry entry = CauseEntry.of(cause.getKey(), Language.ENGLISH);
            if (entry.symptoms().containsKey(second.symptom())) return true;
        }
        return false;
    }

    static Sign sign(Group group) {
        return Signs.ALL.of(group.key().sign()).orElseThrow();
    }
}
