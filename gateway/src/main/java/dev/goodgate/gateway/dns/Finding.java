package dev.goodgate.gateway.dns;

import dev.goodgate.diagnosis.Symptom;
import java.net.InetAddress;
import java.util.List;
import java.util.OptionalInt;

/// What the name servers said about one name.
sealed interface Finding {

    /// Addresses, believed for `ttlSeconds`.
    record Found(List<InetAddress> addresses, long ttlSeconds) implements Finding {}

    /// A server that knows says there is nothing: an older answer must not be used any more.
    record Absent(Answer.Failed failure) implements Finding {}

    /// No server could say: an older answer is still the best one (RFC 8767).
    record Broken(Answer.Failed failure) implements Finding {}

    /// A `Broken` without an answer code.
    static Broken broken(Symptom symptom, String details) {
        return new Broken(new Answer.Failed(symptom, "", details, OptionalInt.empty()));
    }
}
