package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The site moved, and resolvers still disagree about its address.
final class DnsPropagating implements Cause {
    @Override
    public String id() {
        return "dns-propagating";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .probed(Evidence.Probe.Finding.RESOLVERS_DISAGREE)
                .provenMisled()
                .confidence();
    }
}
