package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The unix socket the upstream should have made is not there.
final class UnixSocketMissing implements Cause {
    @Override
    public String id() {
        return "unix-socket-missing";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure).confirmed(Symptom.CONNECT_SOCKET_MISSING).confidence();
    }
}
