package dev.goodgate.lab.scenario;

import org.jspecify.annotations.Nullable;

/// What an exchange must come to, as the fault catalogue says it: data, never computed. A null
/// status means that the head was out before the fault, the client had left, or nothing was asked;
/// a null `complete` means that it can't be proved.
public record Expectation(
        @Nullable Integer status,
        @Nullable Boolean complete,
        @Nullable String error,
        @Nullable String symptom,
        @Nullable String hop,
        @Nullable String phase,
        String retry,
        @Nullable Integer attempts,
        @Nullable String observation) {}
