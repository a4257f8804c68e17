package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.config.UpstreamSettings;
import dev.goodgate.gateway.upstream.Lease;
import dev.goodgate.http.FieldName;
import dev.goodgate.http.Head;
import dev.goodgate.http.Method;

/// Whether a failed try is followed by another (RFC 9110 section 9.2.2).
final class Retries {
    private Retries() {}

    enum Decision {
        AGAIN,
        GIVE_UP,
        BUDGET_USED
    }

    /// `unsent`: no octet of the request left us on that connection. `reused`: it had served
    /// before.
    static Decision judge(
            Exchange exchange,
            Lease lease,
            Trouble trouble,
            boolean unsent,
            int tries,
            boolean reused) {
        UpstreamSettings settings = exchange.side().settings();
        if (exchange.answered() || tries > settings.retries()) return Decision.GIVE_UP;
        if (!safe(exchange, settings, trouble, unsent)) return Decision.GIVE_UP;
        boolean elsewhere =
                lease.another(reused && trouble.symptom() == Symptom.RESPONSE_STALE_REUSE);
        if (!elsewhere) return Decision.GIVE_UP;
        return lease.spend() ? Decision.AGAIN : Decision.BUDGET_USED;
    }

    private static boolean safe(
            Exchange exchange, UpstreamSettings settings, Trouble trouble, boolean unsent) {
        RequestBody body = exchange.side().body();
        boolean replayable = body.octets() == 0 || body.replayable();
        if (!replayable) return false;
        boolean idempotent = idempotent(exchange);
        return switch (trouble.retry()) {
            case ANY -> true;
            case IDEMPOTENT -> unsent || idempotent;
            case NEVER -> settings.retryTimeouts() && idempotent && timeout(trouble.symptom());
            case NOT_A_FAILURE -> false;
        };
    }

    /// Whether the request may be sent twice without harm, by its method or by the client's word.
    static boolean idempotent(Exchange exchange) {
        Head request = exchange.request();
        return Method.idempotent(request.methodId()) || request.has(FieldName.IDEMPOTENCY_KEY);
    }

    private static boolean timeout(Symptom symptom) {
        return symptom == Symptom.RESPONSE_FIRST_BYTE_TIMEOUT
                || symptom == Symptom.REQUEST_WRITE_TIMEOUT;
    }

    /// The grade that fits: proven unprocessed when nothing left us, else what the symptom says.
    static RetryGrade grade(Symptom symptom, boolean unsent) {
        return unsent ? RetryGrade.ANY : symptom.retry();
    }
}
