package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.exchange.Exchange.Stage;
import dev.goodgate.gateway.outcome.Trouble;
import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.http.Framing;
import org.jspecify.annotations.Nullable;

/// How an exchange ends: complete or failed, and either way in the one terminal transition, [#end].
/// A failure is diagnosed once, and the first cause stays. Belongs to one client connection; reused
/// from exchange to exchange.
final class Ending {
    private final Exchange exchange;
    private final ClientConnection client;
    private final ExchangeRecord record;
    private final OwnAnswer ownAnswer;
    private @Nullable Diagnosis diagnosis;
    private boolean keep;
    private boolean gone;

    Ending(Exchange exchange, OwnAnswer ownAnswer) {
        this.exchange = exchange;
        this.client = exchange.client();
        this.record = exchange.record();
        this.ownAnswer = ownAnswer;
    }

    /// A new exchange begins.
    void begin() {
        diagnosis = null;
        keep = false;
    }

    /// The connection of the client is over: whatever comes, nobody hears it.
    void clientGone() {
        gone = true;
    }

    /// The whole answer has been written; `persistent` keeps the connection for the next request.
    void complete(boolean persistent) {
        keep = persistent;
        client.output().flush();
        flushed();
    }

    private void flushed() {
        if (exchange.stage() == Stage.IDLE) return;
        if (client.output().drained() || gone) {
            end();
            return;
        }
        exchange.stage(Stage.FLUSHING);
        exchange.watch().flushing();
        client.output().onceFlushed(this::flushed);
    }

    /// It failed for good.
    void fail(Trouble trouble) {
        if (exchange.stage() == Stage.IDLE) return;
        exchange.side().abandon();
        if (diagnosis != null) {
            // The answer to the first failure could not be delivered; the first cause stays.
            record.complete = false;
            keep = false;
            gone = true;
            end();
            return;
        }
        Diagnosis made = exchange.edge().recorder().diagnose(failure(trouble));
        diagnosis = made;
        record.retry = trouble.retry();
        for (Attempt each : record.failedAttempts)
            each.failure().ifPresent(record.observations::remove);
        record.evidence.addAll(trouble.evidence());
        boolean silent = gone || trouble.symptom() == Symptom.CLIENT_CLOSED;
        record.status = exchange.answered() ? record.status : trouble.status();
        if (silent || exchange.answered()) cut(silent);
        else ownAnswer.failure(made);
    }

    private Failure failure(Trouble trouble) {
        return new Failure(
                trouble.symptom(),
                trouble.status() == 0 ? trouble.symptom().status() : trouble.status(),
                trouble.hop(),
                trouble.phase(),
                trouble.retry(),
                trouble.details(),
                trouble.parameters(),
                record.failedAttempts,
                Configured.with(trouble.evidence(), exchange));
    }

    /// The head is out: the client must see that the body is not whole (RFC 9112 section 8).
    private void cut(boolean silent) {
        record.complete = false;
        if (silent && !exchange.answered()) record.status = Symptom.CLIENT_CLOSED.status();
        boolean stalled = exchange.stage() == Stage.FLUSHING || !client.output().drained();
        client.output().flush();
        if (exchange.side().framingToClient() == Framing.UNTIL_CLOSE || stalled) client.reset();
        else client.close();
        gone = true;
        keep = false;
        end();
    }

    /// The one terminal transition.
    private void end() {
        exchange.stage(Stage.IDLE);
        exchange.watch().disarm();
        record.endNanos = exchange.loop().nanos();
        exchange.side().report(record);
        Diagnosis made = diagnosis;
        if (made == null) exchange.edge().recorder().completed(record);
        else exchange.edge().recorder().failed(record, made);
        exchange.side().over();
        if (gone) client.close();
        else if (keep) client.next();
        else client.closeGently();
    }
}
