package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.config.LimitSettings;
import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.exchange.Exchange.Stage;
import dev.goodgate.gateway.exchange.ResponseHead.Persistence;
import dev.goodgate.gateway.outcome.Trouble;
import dev.goodgate.gateway.outcome.Violations;
import dev.goodgate.gateway.policy.Reuse;
import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.gateway.upstream.UpstreamConnection;
import dev.goodgate.http.FieldName;
import dev.goodgate.http.Framing;
import dev.goodgate.http.Head;
import dev.goodgate.http.Limits;
import dev.goodgate.http.Repair;
import dev.goodgate.http.ResponseParser;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;

/// The response on its way from the upstream to the client: head, interim heads, body, end. Belongs
/// to one client connection; reused.
final class Receiving {
    private static final Repair[] REPAIRS = Repair.values();

    private final Exchange exchange;
    private final ClientConnection client;
    private final ResponseHead composer;
    private final ResponseParser parser;
    private final Head response;
    private final ResponseBody body;
    private boolean headDone;
    private boolean persistent;
    private boolean excess;
    private int interims;

    Receiving(Exchange exchange, ResponseHead composer) {
        this.exchange = exchange;
        this.client = exchange.client();
        this.composer = composer;
        this.parser = new ResponseParser(limits(exchange.snapshot().settings()));
        this.response = new Head(exchange.loop().slabs());
        this.body = new ResponseBody(client);
    }

    private static Limits limits(Settings settings) {
        LimitSettings limits = settings.limits();
        Limits base = Limits.responses();
        return new Limits(
                base.requestLine(),
                (int) limits.responseHead().octets(),
                limits.responseFields(),
                (int) limits.responseField().octets(),
                base.method(),
                base.emptyLines(),
                base.chunkLine(),
                base.trailers(),
                false);
    }

    /// A request of that method has gone out.
    void begin(int methodId) {
        parser.reset(methodId);
        response.clear();
        headDone = false;
        excess = false;
        interims = 0;
    }

    boolean headBegan() {
        return parser.started() && !headDone;
    }

    Framing framingToClient() {
        return headDone ? body.to() : Framing.NONE;
    }

    /// Octets of the upstream; the caller releases them.
    void octets(ByteBuf in, UpstreamConnection from) {
        while (!headDone && in.isReadable()) {
            switch (parser.parse(in, response)) {
                case MORE -> {
                    return;
                }
                case BROKEN -> {
                    exchange.side().failed(Violations.response(parser.violation()));
                    return;
                }
                case DONE -> {
                    if (!head(in)) return;
                }
            }
        }
        if (exchange.stage() == Stage.RELAYING && !body.whole()) relay(in, Unpooled.EMPTY_BUFFER);
        if (exchange.stage() == Stage.RELAYING && body.whole()) finish(in);
    }

    /// A whole head; false when the exchange does not go on from here with what follows.
    private boolean head(ByteBuf in) {
        if (response.status() == 101) return upgrade(in);
        if (response.status() < 200) return interim();
        headDone = true;
        ExchangeRecord record = exchange.record();
        record.response = response;
        record.status = response.status();
        record.responseHeadNanos = record.firstByteNanos;
        if (response.status() >= 400) received(record);
        if (response.repairs() != 0) observeRepairs(record);
        answer(in);
        return true;
    }

    /// An error of the origin's own: a further try could help where the fault may be passing and
    /// nobody asked to wait.
    private void received(ExchangeRecord record) {
        record.receivedStatus = response.status();
        boolean passing = response.status() >= 500 && !response.has(FieldName.RETRY_AFTER);
        record.retry = passing ? RetryGrade.IDEMPOTENT : RetryGrade.NEVER;
    }

    private void observeRepairs(ExchangeRecord record) {
        for (Repair repair : REPAIRS) {
            if (!repair.in(response.repairs())) continue;
            Symptom symptom = Violations.observation(repair);
            if (!record.observations.contains(symptom)) record.observations.add(symptom);
        }
    }

    private void answer(ByteBuf in) {
        Head request = exchange.request();
        Framing framing = ResponseHead.framingFor(response, request.minor());
        body.begin(response, framing, exchange.route().forwardsTrailers());
        persistent = Persisting.allowed(exchange, framing);
        Persistence said = Persisting.said(request, persistent);
        int room = body.room(in);
        ByteBuf head = composer.answer(response, exchange, framing, said, room);
        exchange.record().clientSentOctets += head.readableBytes();
        exchange.answering();
        exchange.stage(Stage.RELAYING);
        if (room == 0) client.output().write(head);
        boolean good = body.whole() || relayed(in, room == 0 ? Unpooled.EMPTY_BUFFER : head);
        if (room != 0) client.output().write(head);
        if (!good) return;
        if (!body.whole()) {
            Duration idle = exchange.side().settings().bodyIdle();
            Duration stall = exchange.snapshot().settings().limits().sendStall();
            exchange.watch()
                    .within(
                            exchange.record().firstByteNanos,
                            idle.compareTo(stall) < 0 ? idle : stall);
        }
    }

    private boolean relayed(ByteBuf in, ByteBuf head) {
        if (body.pump(in, head)) return true;
        exchange.loop().executor().execute(this::brokenBody);
        return false;
    }

    private void relay(ByteBuf in, ByteBuf head) {
        if (!body.pump(in, head)) brokenBody();
    }

    private void brokenBody() {
        if (exchange.stage() != Stage.RELAYING) return;
        exchange.side().failed(Violations.responseBody(body.violation()));
    }

    private boolean interim() {
        LimitSettings limits = exchange.snapshot().settings().limits();
        if (++interims > limits.interimResponses()) {
            exchange.side()
                    .failed(
                            Trouble.of(
                                    Symptom.RESPONSE_BAD_FRAMING,
                                    "more interim responses than any client wants",
                                    new Evidence.LimitReached(
                                            "limits.interim-responses",
                                            Integer.toString(limits.interimResponses()))));
            return false;
        }
        boolean hundred = response.status() == 100;
        boolean wanted =
                exchange.request().minor() > 0
                        && (!hundred || exchange.request().expectsContinue());
        if (wanted) {
            client.output().write(composer.interim(response, client.channel()));
            client.output().flush();
        }
        Sending sending = exchange.side().sending();
        if (hundred && sending.awaitsContinue()) sending.continued();
        parser.reset(exchange.request().methodId());
        response.clear();
        return true;
    }

    /// The client may send its body though the upstream has not said so.
    void sayContinue() {
        if (exchange.request().minor() == 0) return;
        client.output().write(Unpooled.copiedBuffer(Octets.ascii("HTTP/1.1 100 Continue\r\n\r\n")));
        client.output().flush();
    }

    private boolean upgrade(ByteBuf in) {
        String fault = Tunnel.fault(exchange, response);
        if (!fault.isEmpty()) {
            exchange.side().failed(Trouble.of(Symptom.RESPONSE_UPGRADE, fault));
            return false;
        }
        headDone = true;
        exchange.record().status = 101;
        body.begin(response, Framing.NONE, false);
        client.output()
                .write(composer.answer(response, exchange, Framing.NONE, Persistence.TUNNEL, 0));
        exchange.answering();
        if (in.isReadable()) client.output().write(in.readRetainedSlice(in.readableBytes()));
        client.output().flush();
        exchange.side().openTunnel();
        return false;
    }

    /// The body is whole: what is left over spoils the connection, and the exchange completes.
    private void finish(ByteBuf in) {
        if (in.isReadable()) {
            excess = true;
            exchange.record().observations.add(Symptom.RESPONSE_EXCESS);
            in.skipBytes(in.readableBytes());
        }
        long usual = exchange.side().settings().idle().toNanos();
        done(Reuse.idleNanos(exchange.request(), response, excess, exchange.requestDone(), usual));
    }

    private void done(long idleNanos) {
        body.finish(exchange);
        boolean keep = persistent && exchange.requestDone();
        exchange.side().release(idleNanos);
        exchange.complete(keep);
    }

    /// The upstream closed. True when that was the proper end of the body, and the exchange is
    /// complete.
    boolean closedAtEnd(boolean reset) {
        if (!headDone || reset || !body.endsByClose()) return false;
        exchange.record()
                .evidence
                .add(new Evidence.Note("length unproven: the body ended with the connection"));
        done(0);
        return true;
    }

    /// The upstream closed and that was not the end: what it means, given what it meant before the
    /// head was whole.
    Trouble closed(boolean reset, Trouble beforeHead) {
        Evidence how =
                new Evidence.Closed(
                        Hop.UPSTREAM, reset ? Evidence.Closed.How.RST : Evidence.Closed.How.FIN);
        if (headDone) {
            return Trouble.of(Symptom.RESPONSE_TRUNCATED, "closed before the end of the body", how)
                    .withStatus(0);
        }
        if (parser.started() && response.length() == 0) return beforeHead;
        return parser.started() ? incomplete(how) : beforeHead;
    }

    private static Trouble incomplete(Evidence how) {
        return Trouble.of(Symptom.RESPONSE_TRUNCATED, "closed inside the response head", how)
                .withPhase(Phase.HEAD);
    }

    void report(ExchangeRecord record) {
        if (!headDone) return;
        record.responseBodyOctets = body.octets();
        record.clientSentOctets += body.octets();
    }

    void over() {
        body.over();
        response.clear();
        if (client.input().pending() == null) response.release();
    }

    void dispose() {
        response.release();
    }
}
