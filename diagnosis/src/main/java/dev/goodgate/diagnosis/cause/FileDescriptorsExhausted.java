package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The gateway may not open one more file or socket.
final class FileDescriptorsExhausted implements Cause {
    @Override
    public String id() {
        return "file-descriptors-exhausted";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case CONNECT_LOCAL_EXHAUSTED, PROXY_OVERLOAD ->
                    Facts.errno(failure, "EMFILE") || Facts.errno(failure, "ENFILE")
                            ? Facts.CONFIRMED
                            : Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}
