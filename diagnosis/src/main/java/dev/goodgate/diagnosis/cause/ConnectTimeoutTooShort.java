package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream is fine, but the gateway waits for the connection too short a time.
final class ConnectTimeoutTooShort implements Cause {
    /// A local network answers far sooner, one across the world not always.
    private static final long SHORT_MICROS = 300_000;

    @Override
    public String id() {
        return "connect-timeout-too-short";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        if (failure.symptom() != Symptom.CONNECT_TIMEOUT || failure.attempts().isEmpty())
            return Facts.NO;
        return failure.attempts().getLast().micros() < SHORT_MICROS ? Facts.POSSIBLE : Facts.NO;
    }
}
