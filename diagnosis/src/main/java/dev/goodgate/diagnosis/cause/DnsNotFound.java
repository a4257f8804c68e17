package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream's name does not resolve.
final class DnsNotFound implements Cause {
    @Override
    public String id() {
        return "dns-not-found";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "host not found",
                        "could not be resolved",
                        "name or service not known",
                        "enotfound")
                .confirmed(Symptom.DNS_NXDOMAIN)
                .likely(
                        Symptom.DNS_SERVFAIL,
                        Symptom.DNS_REFUSED,
                        Symptom.DNS_OTHER,
                        Symptom.DNS_TIMEOUT)
                .confidence();
    }
}
