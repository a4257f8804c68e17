package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;
import java.util.Set;

/// The address that was dialled came from an old answer of the resolver.
final class DnsStaleAddress implements Cause {
    private static final Set<Symptom> SYMPTOMS =
            Set.of(
                    Symptom.CONNECT_REFUSED,
                    Symptom.CONNECT_TIMEOUT,
                    Symptom.CONNECT_UNREACHABLE,
                    Symptom.CONNECT_RESET,
                    Symptom.CONNECT_OTHER,
                    Symptom.TLS_CERT_NAME);

    @Override
    public String id() {
        return "dns-stale-address";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        if (!SYMPTOMS.contains(failure.symptom())) return Facts.NO;
        return Facts.answered(failure, Evidence.DnsAnswer.Source.STALE)
                ? Facts.LIKELY
                : Facts.answered(failure, Evidence.DnsAnswer.Source.CACHED)
                        ? Facts.POSSIBLE
                        : Facts.NO;
    }
}
