package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A security policy of the system forbids the connection.
final class SelinuxDenied implements Cause {
    @Override
    public String id() {
        return "selinux-denied";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        if (failure.symptom() != Symptom.CONNECT_SOCKET_PERMISSION) return Facts.NO;
        return Facts.tried(failure, "/") ? Facts.POSSIBLE : Facts.LIKELY;
    }
}
