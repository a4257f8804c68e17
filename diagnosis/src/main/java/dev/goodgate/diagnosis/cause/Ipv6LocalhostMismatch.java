package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// `localhost` was dialled in one IP version, and the upstream listens in the other.
final class Ipv6LocalhostMismatch implements Cause {
    @Override
    public String id() {
        return "ipv6-localhost-mismatch";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        if (failure.symptom() != Symptom.CONNECT_REFUSED) return Facts.NO;
        boolean six = Facts.tried(failure, "[::1]") || Facts.tried(failure, "::1");
        return six && !Facts.tried(failure, "127.") ? Facts.LIKELY : Facts.NO;
    }
}
