package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The gateway may not open the upstream's unix socket: mode, owner, or a folder above it.
final class UnixSocketPermission implements Cause {
    @Override
    public String id() {
        return "unix-socket-permission";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        if (failure.symptom() != Symptom.CONNECT_SOCKET_PERMISSION) return Facts.NO;
        return Facts.tried(failure, "/") ? Facts.CONFIRMED : Facts.POSSIBLE;
    }
}
