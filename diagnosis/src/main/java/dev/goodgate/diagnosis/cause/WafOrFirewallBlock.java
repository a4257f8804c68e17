package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A rule of the gateway blocks this request.
final class WafOrFirewallBlock implements Cause {
    @Override
    public String id() {
        return "waf-or-firewall-block";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure).confirmed(Symptom.PROXY_DENIED).confidence();
    }
}
