package dev.goodgate.lab.score;

import org.jspecify.annotations.Nullable;

/// What came of an exchange, in the words of an expectation. `status`, `complete` and `error` are
/// of the wire; the others are of the gateway's own record and null where it keeps none.
public record Seen(
        @Nullable Integer status,
        @Nullable Boolean complete,
        @Nullable String error,
        @Nullable String symptom,
        @Nullable String hop,
        @Nullable String phase,
        @Nullable String retry,
        @Nullable Integer attempts,
        @Nullable String observation) {
    static final Seen NOTHING = new Seen(null, null, null, null, null, null, null, null, null);
}
