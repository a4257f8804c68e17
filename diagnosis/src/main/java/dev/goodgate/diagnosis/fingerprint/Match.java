package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.Cause.Confidence;
import java.util.List;

/// A fingerprint that fits a response, how sure that is, and what fitted. Evidence is printable.
public record Match(
        Product product,
        Fingerprint fingerprint,
        Confidence confidence,
        int score,
        List<String> evidence) {
    public Match {
        evidence = List.copyOf(evidence);
    }
}
