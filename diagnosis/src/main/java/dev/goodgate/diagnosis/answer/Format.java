package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.text.Preferences;
import java.util.EnumMap;
import java.util.Map;

/// The formats of an answer. Problem details are the default: programs rarely say what they accept,
/// browsers always do.
public enum Format {
    PROBLEM("application", "problem+json", "application/problem+json"),
    HTML("text", "html", "text/html; charset=utf-8"),
    MARKDOWN("text", "markdown", "text/markdown; charset=utf-8"),
    PLAIN("text", "plain", "text/plain; charset=utf-8");

    private final String type;
    private final String subtype;
    private final String contentType;

    Format(String type, String subtype, String contentType) {
        this.type = type;
        this.subtype = subtype;
        this.contentType = contentType;
    }

    /// The value of `Content-Type`.
    public String contentType() {
        return contentType;
    }

    /// The format that an `Accept` value prefers (RFC 9110 section 12.5.1): the highest weight
    /// wins, on equal weight what is named more exactly, then the order of this enum.
    /// `application/json` counts as problem details. What cannot be understood, or accepts none of
    /// ours, gets [#PROBLEM]: an explanation the client did not ask for is better than none.
    /// Several lines are joined with a comma. Time is linear in the length; only the first 4096
    /// characters are read.
    public static Format fromAccept(String accept) {
        Weights weights = new Weights();
        Preferences.each(accept, weights::take);
        return weights.best();
    }

    /// The weights found so far: for each format that of the most specific range that names it.
    private static final class Weights {
        private final Map<Format, Integer> weight = new EnumMap<>(Format.class);
        private final Map<Format, Integer> precision = new EnumMap<>(Format.class);

        void take(String range, int thousandths) {
            for (Format format : values()) {
                int rank = format.precision(range);
                if (rank > precision.getOrDefault(format, 0)) {
                    precision.put(format, rank);
                    weight.put(format, thousandths);
                }
            }
        }

        Format best() {
            Format best = PROBLEM;
            for (Format format : values()) {
                if (rank(format) > rank(best)) best = format;
            }
            return best;
        }

        /// By weight; on equal weight what was named more exactly. Plain JSON counts as a name: a
        /// program that takes `application/json, text/plain` alike wants to parse.
        private int rank(Format format) {
            int thousandths = weight.getOrDefault(format, 0);
            int exact = Math.min(4, precision.getOrDefault(format, 0));
            return thousandths == 0 ? 0 : thousandths * 8 + exact;
        }
    }

    /// How exactly a range names this format: 0 not at all, 1 as `*/*`, 2 by type, 3 as XHTML, 4 as
    /// plain JSON, 5 exactly.
    private int precision(String range) {
        int slash = range.indexOf('/');
        if (slash < 0) return 0;
        String wantedType = range.substring(0, slash);
        String wantedSubtype = range.substring(slash + 1);
        if (wantedType.equals(type) && wantedSubtype.equals(subtype)) return 5;
        if (this == PROBLEM && range.equals("application/json")) return 4;
        if (this == HTML && range.equals("application/xhtml+xml")) return 3;
        if (!wantedSubtype.equals("*")) return 0;
        if (wantedType.equals(type)) return 2;
        return wantedType.equals("*") ? 1 : 0;
    }
}
