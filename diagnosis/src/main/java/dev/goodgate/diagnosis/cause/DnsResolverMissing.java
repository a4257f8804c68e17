package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// There is no working resolver to ask for the upstream's name.
final class DnsResolverMissing implements Cause {
    @Override
    public String id() {
        return "dns-resolver-missing";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case DNS_NO_RESOLVER -> Facts.CONFIRMED;
            case DNS_TIMEOUT, DNS_REFUSED -> Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}
