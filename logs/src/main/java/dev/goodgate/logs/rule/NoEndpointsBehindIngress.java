package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;

/// The ingress controller dials its own port 8181 where a service has no endpoints.
final class NoEndpointsBehindIngress implements Rule {
    private static final int STRONG = 80;

    @Override
    public String id() {
        return "no-endpoints-behind-ingress";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        boolean own = facts.some(upstream -> upstream.equals("127.0.0.1:8181"));
        if (own && facts.symptom(Symptom.CONNECT_REFUSED)) {
            beliefs.raise("no-healthy-upstream", STRONG, id());
        }
    }
}
