package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// There is no working resolver to ask for the upstream's name.
final class DnsResolverMissing implements Cause {
    @Override
    public String id() {
        return "dns-resolver-missing";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("no resolver defined")
                .confirmed(Symptom.DNS_NO_RESOLVER)
                .possible(Symptom.DNS_TIMEOUT, Symptom.DNS_REFUSED)
                .confidence();
    }
}
