package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.outcome.Trouble;
import dev.goodgate.gateway.policy.Retries;
import dev.goodgate.gateway.upstream.UpstreamConnection;
import java.time.Duration;

/// What it means that the upstream closed before its response head was whole.
final class Closing {
    private Closing() {}

    static Trouble of(
            Exchange exchange,
            UpstreamConnection closed,
            boolean sawOctets,
            boolean deaf,
            boolean reset) {
        boolean reused = closed.exchanges() > 1;
        boolean unsent = !closed.octetsHanded();
        Symptom symptom =
                closed.timedOut() && !exchange.requestDone()
                        ? Symptom.REQUEST_WRITE_TIMEOUT
                        : symptom(exchange, reused, sawOctets, deaf, reset);
        Evidence.Age age =
                reused
                        ? new Evidence.Age.Reused(Duration.ofNanos(exchange.record().idleNanos))
                        : new Evidence.Age.Fresh();
        Evidence how =
                new Evidence.Closed(
                        Hop.UPSTREAM, reset ? Evidence.Closed.How.RST : Evidence.Closed.How.FIN);
        return Trouble.of(symptom, details(symptom, exchange), how, new Evidence.ConnectionAge(age))
                .withRetry(Retries.grade(symptom, unsent));
    }

    private static Symptom symptom(
            Exchange exchange, boolean reused, boolean sawOctets, boolean deaf, boolean reset) {
        if (reused && !sawOctets) return Symptom.RESPONSE_STALE_REUSE;
        if (!exchange.requestDone() || (deaf && exchange.requestBodyExpected()))
            return Symptom.REQUEST_WRITE_FAILED;
        return reset ? Symptom.RESPONSE_RESET : Symptom.RESPONSE_CLOSED_EARLY;
    }

    private static String details(Symptom symptom, Exchange exchange) {
        return switch (symptom) {
            case RESPONSE_STALE_REUSE ->
                    exchange.answered() || Retries.idempotent(exchange.request())
                            ? "the reused connection was closed by the upstream"
                            : "reused connection, replay unsafe";
            case REQUEST_WRITE_FAILED -> "closed while the request body was being sent";
            case RESPONSE_RESET -> "reset before response";
            default -> "closed before response";
        };
    }
}
