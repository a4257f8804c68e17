package dev.goodgate.gateway.policy;

import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.config.UpstreamSettings;
import dev.goodgate.gateway.outcome.Trouble;
import dev.goodgate.gateway.upstream.Lease;
import dev.goodgate.http.FieldName;
import dev.goodgate.http.Head;
import dev.goodgate.http.Method;

/// Whether a failed try is followed by another (RFC 9110 section 9.2.2).
public final class Retries {
    private Retries() {}

    /// What follows.
    public enum Decision {
        /// Another try.
        AGAIN,
        /// None: the request, the settings or the lack of another place forbid it.
        GIVE_UP,
        /// None, though policy would allow it: the upstream's budget is used up.
        BUDGET_USED
    }

    /// How things stand after a failed try, the present one of `tries`.
    ///
    /// `answered`: the client has octets of an answer. `replayable`: all that was read of the body
    /// can be sent again. `idempotent`: see [#idempotent]. `unsent`: no octet of the request left
    /// us on that connection. `reused`: it had served before.
    public record Tried(
            int tries,
            boolean answered,
            boolean replayable,
            boolean idempotent,
            boolean unsent,
            boolean reused) {}

    /// Whether another try follows. Marks the place as failed in the lease, and takes from the
    /// upstream's budget if so.
    public static Decision judge(
            Tried tried, UpstreamSettings settings, Lease lease, Trouble trouble) {
        if (tried.answered() || tried.tries() > settings.retries()) return Decision.GIVE_UP;
        if (!safe(tried, settings, trouble)) return Decision.GIVE_UP;
        boolean elsewhere =
                lease.another(tried.reused() && trouble.symptom() == Symptom.RESPONSE_STALE_REUSE);
        if (!elsewhere) return Decision.GIVE_UP;
        return lease.spend() ? Decision.AGAIN : Decision.BUDGET_USED;
    }

    private static boolean safe(Tried tried, UpstreamSettings settings, Trouble trouble) {
        if (!tried.replayable()) return false;
        return switch (trouble.retry()) {
            case ANY -> true;
            case IDEMPOTENT -> tried.unsent() || tried.idempotent();
            case NEVER ->
                    settings.retryTimeouts() && tried.idempotent() && timeout(trouble.symptom());
            case NOT_A_FAILURE -> false;
        };
    }

    /// Whether the request may be sent twice without harm, by its method or by the client's word.
    public static boolean idempotent(Head request) {
        return Method.idempotent(request.methodId()) || request.has(FieldName.IDEMPOTENCY_KEY);
    }

    private static boolean timeout(Symptom symptom) {
        return symptom == Symptom.RESPONSE_FIRST_BYTE_TIMEOUT
                || symptom == Symptom.REQUEST_WRITE_TIMEOUT;
    }

    /// The grade that fits: proven unprocessed when nothing left us, else what the symptom says.
    public static RetryGrade grade(Symptom symptom, boolean unsent) {
        return unsent ? RetryGrade.ANY : symptom.retry();
    }
}
