package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Symptom;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One error response of one product: what to look for, and what it means. Immutable.
///
/// @param id unique over all products
/// @param signs what to look for
/// @param failure what sort of failure it reports
/// @param hop where that failure is, seen from the product
/// @param symptoms what the product may have seen, the likeliest first
/// @param strength how much a match proves
/// @param known how it came to be known
/// @param source where to read about it
/// @param meanings what it means by language tag; without one, the text of the failure class
public record Fingerprint(
        String id,
        Signs signs,
        FailureClass failure,
        Hop hop,
        List<Symptom> symptoms,
        Strength strength,
        Known known,
        String source,
        Map<String, String> meanings) {

    /// How much a match proves.
    public enum Strength {
        /// Other products do not look like this.
        STRONG,
        /// Others may look like this, seldom.
        MEDIUM,
        /// Many look like this: never enough to name a product.
        WEAK
    }

    /// How it came to be known.
    public enum Known {
        /// Read in the product's source.
        SOURCE,
        /// Read in its documentation.
        DOCUMENTED,
        /// Seen in the open.
        SEEN,
        /// General knowledge, not checked.
        RECALLED
    }

    /// What to look for. Every `required` header must match and every `absent` one be missing;
    /// `hints` only add to the score. Every mark of `all` must be on the page, and one of `any`
    /// where there are some.
    record Signs(
            Set<Integer> statuses,
            String reason,
            Map<String, Glob> required,
            Map<String, Glob> hints,
            Set<String> absent,
            List<Mark> all,
            List<Mark> any) {
        Signs {
            statuses = Set.copyOf(statuses);
            required = Map.copyOf(required);
            hints = Map.copyOf(hints);
            absent = Set.copyOf(absent);
            all = List.copyOf(all);
            any = List.copyOf(any);
        }
    }

    public Fingerprint {
        symptoms = List.copyOf(symptoms);
        meanings = Map.copyOf(meanings);
    }
}
