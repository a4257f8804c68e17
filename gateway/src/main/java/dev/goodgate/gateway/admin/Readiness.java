package dev.goodgate.gateway.admin;

/// Whether this gateway wants requests now.
public sealed interface Readiness {
    /// It does.
    record Ready() implements Readiness {}

    /// It does not, for that reason: one plain sentence.
    record NotReady(String reason) implements Readiness {}
}
