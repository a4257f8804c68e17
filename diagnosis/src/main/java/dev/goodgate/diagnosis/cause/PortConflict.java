package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// Another process holds the port on which the upstream wants to listen.
final class PortConflict implements Cause {
    @Override
    public String id() {
        return "port-conflict";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "eaddrinuse",
                        "address already in use",
                        "port is already allocated",
                        "bind() to")
                .proven(
                        Symptom.CONNECT_REFUSED,
                        Symptom.CONNECT_SOCKET_MISSING,
                        Symptom.UPSTREAM_UNHEALTHY,
                        Symptom.UPSTREAM_STARTING,
                        Symptom.ORIGIN_DEPLOY)
                .confidence();
    }
}
