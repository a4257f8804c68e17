package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The upstream's name does not resolve.
final class DnsNotFound implements Cause {
    @Override
    public String id() {
        return "dns-not-found";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case DNS_NXDOMAIN -> Facts.CONFIRMED;
            case DNS_SERVFAIL, DNS_REFUSED, DNS_OTHER, DNS_TIMEOUT -> Facts.LIKELY;
            default -> Facts.NO;
        };
    }
}
