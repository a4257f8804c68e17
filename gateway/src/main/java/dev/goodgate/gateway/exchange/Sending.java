package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.config.UpstreamSettings;
import dev.goodgate.gateway.exchange.Exchange.Stage;
import dev.goodgate.gateway.outcome.Trouble;
import dev.goodgate.gateway.outcome.Violations;
import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.gateway.upstream.UpstreamConnection;
import io.netty.buffer.ByteBuf;
import java.time.Duration;

/// The request on its way from the client to the upstream: head, body, end. Belongs to one client
/// connection; reused.
final class Sending {
    private final Exchange exchange;
    private final RequestHead head;
    private final RequestBody body;
    private boolean awaitsContinue;

    Sending(Exchange exchange, Octets octets) {
        this.exchange = exchange;
        this.head = new RequestHead(exchange.client(), exchange.edge(), octets);
        this.body =
                new RequestBody(
                        exchange, exchange.client().door().limits(exchange.snapshot().settings()));
    }

    RequestBody body() {
        return body;
    }

    /// Whether the client holds its body back until somebody says 100.
    boolean awaitsContinue() {
        return awaitsContinue;
    }

    private UpstreamSettings settings() {
        return exchange.side().settings();
    }

    /// Sends the request, as far as it has been read, on that connection.
    void begin(UpstreamConnection to) {
        byte[] label = Octets.ascii(to.endpoint().hostField());
        ByteBuf octets = head.compose(exchange.record(), exchange, exchange.route(), label);
        exchange.record().upstreamSentOctets += octets.readableBytes();
        exchange.stage(Stage.SENDING);
        awaitsContinue =
                exchange.request().expectsContinue() && !body.whole() && body.octets() == 0;
        to.write(octets);
        body.replay(to);
        if (!body.whole()) pumpBody(to, false);
        if (!exchange.side().uses(to)) return;
        to.patience(patience());
        to.flush();
        to.read();
        Duration idle = exchange.snapshot().settings().limits().bodyIdle();
        Duration write = settings().write().compareTo(idle) < 0 ? settings().write() : idle;
        Duration limit = awaitsContinue ? settings().expectContinue() : write;
        if (body.whole()) sent(to);
        else exchange.watch().within(exchange.record().connectedNanos, limit);
    }

    /// How long octets may stay unacknowledged: while a body waits for a slow upstream longer than
    /// the limit for that, so that a full window does not pass for a dead path.
    private long patience() {
        long usual = settings().unacknowledged().toMillis();
        return body.whole() ? usual : Math.max(usual, 2 * settings().write().toMillis());
    }

    private void sent(UpstreamConnection to) {
        ExchangeRecord record = exchange.record();
        if (exchange.side().uses(to)) to.patience(patience());
        record.requestSentNanos =
                body.octets() == 0 ? record.connectedNanos : exchange.loop().nanos();
        record.requestReadNanos = record.requestSentNanos;
        if (exchange.stage() == Stage.SENDING) {
            exchange.stage(Stage.WAITING);
            exchange.watch().within(record.requestSentNanos, settings().firstByte());
        }
    }

    /// Moves what the client sent of the body, as far as the upstream takes it.
    void pump(UpstreamConnection to) {
        if (!body.whole()) pumpBody(to, true);
    }

    private void pumpBody(UpstreamConnection to, boolean flush) {
        Input input = exchange.client().input();
        ByteBuf in = input.pending();
        if (in == null) return;
        awaitsContinue = false;
        long before = body.octets();
        RequestBody.Step step = body.pump(in, to);
        input.used();
        exchange.record().upstreamSentOctets += body.octets() - before;
        exchange.record().requestBodyOctets = body.octets();
        switch (step) {
            case WAIT -> {
                if (flush) to.flush();
                if (input.ended() && input.pending() == null) exchange.cutShort();
                else exchange.client().resume();
            }
            case DONE -> {
                if (!flush) return;
                to.flush();
                sent(to);
                exchange.client().resume();
            }
            case BROKEN -> exchange.fail(Violations.request(body.violation()));
            case TOO_LARGE -> exchange.fail(tooLarge());
        }
    }

    private Trouble tooLarge() {
        long limit = exchange.route().settings().maxBody().octets();
        return Trouble.of(
                Symptom.CLIENT_TOO_LARGE,
                "the request body is larger than the route allows",
                new Evidence.LimitReached("routes.max-body", limit + " octets"));
    }

    /// The client may send its body: it is watched as one that sends.
    void continued() {
        awaitsContinue = false;
        exchange.watch().within(exchange.loop().nanos(), settings().write());
    }
}
