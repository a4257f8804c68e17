package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A program between the visitor and the gateway alters or breaks requests.
final class VisitorProxy implements Cause {
    @Override
    public String id() {
        return "visitor-proxy";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure).possible(Symptom.CLIENT_BAD_REQUEST).confidence();
    }
}
