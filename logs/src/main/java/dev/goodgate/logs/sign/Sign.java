package dev.goodgate.logs.sign;

import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Symptom;
import java.util.List;
import java.util.Map;

/// One thing that logs say of a failure. `patterns` are alternatives, each a form of words; none
/// where only a dialect's fields can tell. `causes` maps ids of causes to the share, in percent, of
/// real cases with this sign that end in that cause. A `note` alone is no failure: it is counted
/// and joins stories, but makes none. `place` is `file:line` in the catalogue. Immutable.
public record Sign(
        String id,
        List<Pattern> patterns,
        List<Pattern> exceptions,
        Symptom symptom,
        Hop hop,
        Map<String, Integer> causes,
        boolean note,
        String place) {

    public Sign {
        patterns = List.copyOf(patterns);
        exceptions = List.copyOf(exceptions);
    }

    /// Whether the text, in small letters, shows this sign.
    public boolean in(String text) {
        boolean seen = false;
        for (Pattern pattern : patterns) seen = seen || pattern.in(text);
        if (!seen) return false;
        for (Pattern exception : exceptions) {
            if (exception.in(text)) return false;
        }
        return true;
    }

    /// The share of its most frequent cause, in percent.
    public int surest() {
        int most = 0;
        for (int share : causes.values()) most = Math.max(most, share);
        return most;
    }

    /// An id stands for one sign alone.
    @Override
    public boolean equals(Object other) {
        return other instanceof Sign that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
