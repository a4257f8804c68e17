package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The visitor's resolver or cache answers with an old or wrong address.
final class VisitorDnsStale implements Cause {
    @Override
    public String id() {
        return "visitor-dns-stale";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .probed(Evidence.Probe.Finding.RESOLVER_OUTDATED)
                .provenMisled()
                .confidence();
    }
}
