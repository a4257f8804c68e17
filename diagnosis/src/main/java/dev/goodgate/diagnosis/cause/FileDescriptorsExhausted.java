package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The gateway may not open one more file or socket.
final class FileDescriptorsExhausted implements Cause {
    @Override
    public String id() {
        return "file-descriptors-exhausted";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        Fit fit = Fit.of(failure).logged("too many open files");
        if (Facts.errno(failure, "EMFILE") || Facts.errno(failure, "ENFILE")) {
            fit.confirmed(Symptom.CONNECT_LOCAL_EXHAUSTED, Symptom.PROXY_OVERLOAD);
        }
        return fit.possible(Symptom.CONNECT_LOCAL_EXHAUSTED, Symptom.PROXY_OVERLOAD).confidence();
    }
}
