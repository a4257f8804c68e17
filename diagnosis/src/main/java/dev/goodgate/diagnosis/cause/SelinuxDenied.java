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
        Fit fit = Fit.of(failure).logged("avc:", "apparmor=\"denied\"");
        if (Facts.tried(failure, "/")) fit.possible(Symptom.CONNECT_SOCKET_PERMISSION);
        return fit.likely(Symptom.CONNECT_SOCKET_PERMISSION).confidence();
    }
}
