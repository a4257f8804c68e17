package dev.goodgate.diagnosis;

import java.util.Optional;

/// One try at one upstream address. `micros` counts from its start to its end; octets are those
/// handed to and taken from the kernel for it. `address` is `ip:port`, a socket path, or empty when
/// none was chosen yet.
public record Attempt(
        Result result,
        String address,
        long micros,
        long sentBytes,
        long receivedBytes,
        Evidence.Age age) {

    /// How a try ended.
    public sealed interface Result {
        /// The upstream answered with that status.
        record Answered(int status) implements Result {}

        /// It failed there and so.
        record Failed(Symptom symptom, Phase phase) implements Result {}
    }

    /// What failed; empty for a try that was answered.
    public Optional<Symptom> failure() {
        return switch (result) {
            case Result.Answered _ -> Optional.empty();
            case Result.Failed failed -> Optional.of(failed.symptom());
        };
    }

    /// Whether a pooled connection carried it.
    public boolean reused() {
        return age instanceof Evidence.Age.Reused;
    }
}
