package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// A setting of the gateway does not fit this request or this upstream.
final class ProxyMisconfig implements Cause {
    @Override
    public String id() {
        return "proxy-misconfig";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case PROXY_CONFIG -> Facts.CONFIRMED;
            case CONNECT_PROHIBITED, RESPONSE_UPGRADE, RESPONSE_BODY_TOO_LARGE, DNS_NO_RESOLVER ->
                    Facts.LIKELY;
            case ROUTE_NONE, ROUTE_NO_ENDPOINTS -> Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}
