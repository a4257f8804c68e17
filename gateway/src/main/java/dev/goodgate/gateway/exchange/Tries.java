package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.gateway.outcome.Trouble;
import dev.goodgate.gateway.policy.Retries;
import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.gateway.upstream.Refusal;
import dev.goodgate.gateway.upstream.UpstreamConnection;
import java.time.Duration;

/// The tries of one exchange: how many, and what the record says of the present one and of each
/// that failed. Belongs to one client connection; reused.
final class Tries {
    private final Exchange exchange;
    private int count;
    private long since;
    private long receivedBefore;

    Tries(Exchange exchange) {
        this.exchange = exchange;
    }

    /// A new exchange has had none.
    void begin() {
        count = 0;
    }

    /// One begins: a connection is looked for from now on.
    void seek(long now) {
        since = now;
    }

    /// The present try got a connection; `atOnce`: without a wait, and the clock need not be asked
    /// again.
    void leased(UpstreamConnection leased, boolean atOnce) {
        ExchangeRecord record = exchange.record();
        count++;
        record.attempts = count;
        record.endpoint = leased.address();
        record.reused = leased.exchanges() > 1;
        record.connectedNanos = atOnce ? since : exchange.loop().nanos();
        record.idleNanos = record.reused ? record.connectedNanos - leased.idleSince() : 0;
        record.selectedNanos = since;
        record.upstreamLocal = leased.local();
        receivedBefore = record.upstreamReceivedOctets;
    }

    /// The present try dialled in vain.
    void refused(Refusal refusal) {
        ExchangeRecord record = exchange.record();
        count++;
        record.attempts = count;
        record.endpoint = refusal.address();
        record.reused = false;
        record.selectedNanos = since;
    }

    /// The present try came to that.
    void failed(Trouble trouble, boolean reused) {
        ExchangeRecord record = exchange.record();
        Evidence.Age age =
                reused
                        ? new Evidence.Age.Reused(Duration.ofNanos(record.idleNanos))
                        : new Evidence.Age.Fresh();
        record.failedAttempts.add(
                new Attempt(
                        new Attempt.Result.Failed(trouble.symptom(), trouble.phase()),
                        record.endpoint,
                        (exchange.loop().nanos() - since) / 1000,
                        record.upstreamSentOctets,
                        record.upstreamReceivedOctets - receivedBefore,
                        age));
    }

    /// How things stand after the present one.
    Retries.Tried tried(RequestBody body, boolean unsent, boolean reused) {
        return new Retries.Tried(
                count,
                exchange.answered(),
                body.octets() == 0 || body.replayable(),
                Retries.idempotent(exchange.request()),
                unsent,
                reused);
    }

    /// Another follows: what the failed one left in the record is an observation now.
    void repeat(Trouble trouble) {
        ExchangeRecord record = exchange.record();
        record.observations.add(trouble.symptom());
        record.retry = trouble.retry();
        record.evidence.addAll(trouble.evidence());
        record.firstByteNanos = 0;
    }
}
