package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.config.UpstreamSettings;
import dev.goodgate.gateway.exchange.Exchange.Stage;
import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.gateway.upstream.Carrier;
import dev.goodgate.gateway.upstream.Endpoint;
import dev.goodgate.gateway.upstream.Lease;
import dev.goodgate.gateway.upstream.Refusal;
import dev.goodgate.gateway.upstream.Upstream;
import dev.goodgate.gateway.upstream.UpstreamConnection;
import dev.goodgate.http.Framing;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The side of an exchange that faces the upstream: gets a connection, sends the request, hands
/// what comes back to [Receiving], and decides after a failure whether another try follows.
final class UpstreamSide implements Lease.Tenant, Carrier {
    private final Exchange exchange;
    private final Lease lease;
    private final RequestHead requestHead;
    private final RequestBody body;
    private final Receiving receiving;
    private final Tunnel tunnel;
    private @Nullable Upstream upstream;
    private @Nullable UpstreamConnection connection;
    private boolean awaitsContinue;
    private boolean deaf;
    private boolean sawOctets;

    /// An answer of the lease now is one without a wait: the clock need not be asked again.
    private boolean seeking;

    private long triedSince;
    private long receivedAtStart;
    private int tries;

    UpstreamSide(Exchange exchange, Octets octets, DateLine date) {
        this.exchange = exchange;
        this.lease = new Lease(exchange.loop(), this);
        this.requestHead = new RequestHead(exchange.client(), exchange.edge(), octets);
        this.body =
                new RequestBody(exchange.client().door().limits(exchange.snapshot().settings()));
        this.receiving = new Receiving(exchange, new ResponseHead(octets, date));
        this.tunnel = new Tunnel(exchange);
    }

    RequestBody body() {
        return body;
    }

    UpstreamSettings settings() {
        return java.util.Objects.requireNonNull(upstream, "upstream: none").settings();
    }

    /// The exchange goes to that upstream.
    void begin(Upstream to) {
        upstream = to;
        tries = 0;
        exchange.record().upstream = to.name();
        long limit = exchange.route().settings().maxBody().octets();
        body.begin(exchange.request(), limit, to.settings().replay().octets());
        lease.begin(to);
        seek(exchange.record().headReadNanos);
    }

    private void seek(long now) {
        exchange.stage(Stage.LEASING);
        triedSince = now;
        seeking = true;
        deaf = false;
        sawOctets = false;
        lease.acquire();
        seeking = false;
    }

    @Override
    public void leased(UpstreamConnection leased, @Nullable Symptom stale) {
        if (exchange.stage() != Stage.LEASING) {
            leased.idle(settings().idle().toNanos());
            return;
        }
        connection = leased;
        leased.occupy(this);
        tries++;
        note(leased);
        if (stale != null && !exchange.record().observations.contains(stale)) {
            exchange.record().observations.add(stale);
        }
        send(leased);
    }

    private void note(UpstreamConnection leased) {
        ExchangeRecord record = exchange.record();
        record.attempts = tries;
        record.endpoint = leased.address();
        record.reused = leased.exchanges() > 1;
        record.connectedNanos = seeking ? triedSince : exchange.loop().nanos();
        record.idleNanos = record.reused ? record.connectedNanos - leased.idleSince() : 0;
        record.selectedNanos = triedSince;
        record.upstreamLocal = leased.local();
        receivedAtStart = record.upstreamReceivedOctets;
    }

    private void send(UpstreamConnection to) {
        byte[] label = Octets.ascii(to.endpoint().hostField());
        ByteBuf head = requestHead.compose(exchange.record(), exchange, exchange.route(), label, 0);
        exchange.record().upstreamSentOctets += head.readableBytes();
        exchange.stage(Stage.SENDING);
        receiving.begin(exchange.request().methodId());
        awaitsContinue =
                exchange.request().expectsContinue() && !body.whole() && body.octets() == 0;
        to.write(head);
        if (body.octets() > 0) body.replay(to);
        if (!body.whole()) pumpBody(to, false);
        if (connection != to) return;
        to.patience(patience());
        to.flush();
        to.read();
        Duration idle = exchange.snapshot().settings().limits().bodyIdle();
        Duration write = settings().write().compareTo(idle) < 0 ? settings().write() : idle;
        Duration limit = awaitsContinue ? settings().expectContinue() : write;
        if (body.whole()) sent();
        else exchange.watch().within(exchange.record().connectedNanos, limit);
    }

    /// How long octets may stay unacknowledged: while a body waits for a slow upstream longer than
    /// the limit for that, so that a full window does not pass for a dead path.
    private long patience() {
        long usual = settings().unacknowledged().toMillis();
        return body.whole() ? usual : Math.max(usual, 2 * settings().write().toMillis());
    }

    private void sent() {
        ExchangeRecord record = exchange.record();
        UpstreamConnection to = connection;
        if (to != null) to.patience(patience());
        record.requestSentNanos =
                body.octets() == 0 ? record.connectedNanos : exchange.loop().nanos();
        record.requestReadNanos = record.requestSentNanos;
        if (exchange.stage() == Stage.SENDING) {
            exchange.stage(Stage.WAITING);
            exchange.watch().within(record.requestSentNanos, settings().firstByte());
        }
    }

    /// Moves what the client sent, as far as the upstream takes it.
    void pump() {
        UpstreamConnection to = connection;
        if (to == null) return;
        if (exchange.stage() == Stage.TUNNEL) {
            tunnel.toUpstream(to);
            return;
        }
        if (body.whole() || deaf) return;
        pumpBody(to, true);
    }

    private void pumpBody(UpstreamConnection to, boolean flush) {
        ByteBuf in = exchange.client().pending();
        if (in == null) return;
        awaitsContinue = false;
        long before = body.octets();
        RequestBody.Step step = body.pump(in, to);
        exchange.client().used();
        exchange.record().upstreamSentOctets += body.octets() - before;
        exchange.record().requestBodyOctets = body.octets();
        switch (step) {
            case WAIT -> {
                if (flush) to.flush();
                if (exchange.client().inputEnded() && exchange.client().pending() == null) {
                    exchange.cutShort();
                } else exchange.client().resume();
            }
            case DONE -> {
                if (!flush) return;
                to.flush();
                sent();
                exchange.client().resume();
            }
            case BROKEN -> exchange.fail(Violations.request(body.violation()));
            case TOO_LARGE ->
                    exchange.fail(
                            Trouble.of(
                                    Symptom.CLIENT_TOO_LARGE,
                                    "the request body is larger than the route allows",
                                    new Evidence.LimitReached(
                                            "routes.max-body",
                                            exchange.route().settings().maxBody().octets()
                                                    + " octets")));
        }
    }

    boolean awaitsContinue() {
        return awaitsContinue;
    }

    /// The upstream said 100, or nothing for too long: the client may send its body.
    void continueAnyway() {
        if (!awaitsContinue) return;
        awaitsContinue = false;
        receiving.sayContinue();
        exchange.watch().within(exchange.loop().nanos(), settings().write());
        exchange.client().resume();
    }

    void continued() {
        awaitsContinue = false;
        exchange.watch().within(exchange.loop().nanos(), settings().write());
    }

    @Override
    public void upstreamWritable() {
        exchange.watch().upstreamMoved(exchange.loop().nanos());
        pump();
        exchange.client().resume();
    }

    @Override
    public void upstreamOctets(ByteBuf in) {
        sawOctets = true;
        long now = exchange.loop().nanos();
        exchange.watch().upstreamMoved(now);
        ExchangeRecord record = exchange.record();
        if (record.firstByteNanos == 0) record.firstByteNanos = now;
        record.upstreamReceivedOctets += in.readableBytes();
        UpstreamConnection from = connection;
        try {
            if (exchange.stage() == Stage.TUNNEL) tunnel.toClient(in);
            else if (from != null) receiving.octets(in, from);
        } finally {
            in.release();
        }
    }

    @Override
    public void upstreamReadComplete() {
        if (exchange.stage() == Stage.RELAYING || exchange.stage() == Stage.TUNNEL)
            exchange.client().flush();
        resume();
    }

    /// Reads on from the upstream if the client keeps up.
    void resume() {
        UpstreamConnection from = connection;
        if (from != null && exchange.client().isWritable()) from.read();
    }

    @Override
    public void upstreamDeaf() {
        deaf = true;
        // What it has said may still lie in our receive buffer: the end of reading decides.
        UpstreamConnection from = connection;
        if (from != null) from.read();
    }

    @Override
    public void upstreamClosed(boolean reset) {
        UpstreamConnection closed = connection;
        if (closed == null) return;
        if (exchange.stage() == Stage.TUNNEL) {
            tunnel.upstreamClosed();
            return;
        }
        if (receiving.closedAtEnd(reset)) return;
        Trouble trouble =
                receiving.closed(reset, Closing.of(exchange, closed, sawOctets, deaf, reset));
        attemptFailed(trouble, closed.exchanges() > 1);
    }

    @Override
    public void refused(Refusal refusal) {
        if (exchange.stage() != Stage.LEASING) return;
        if (refusal.dialled()) {
            tries++;
            exchange.record().attempts = tries;
            exchange.record().endpoint = refusal.address();
            exchange.record().reused = false;
            exchange.record().selectedNanos = triedSince;
        }
        Trouble trouble = Trouble.of(refusal);
        if (refusal.dialled()) attemptFailed(trouble, false);
        else exchange.fail(trouble);
    }

    /// A limit of ours ran out on this try.
    void late(Trouble trouble) {
        UpstreamConnection slow = connection;
        attemptFailed(trouble, slow != null && slow.exchanges() > 1);
    }

    /// The answer cannot be used.
    void broken(Trouble trouble) {
        UpstreamConnection from = connection;
        attemptFailed(trouble, from != null && from.exchanges() > 1);
    }

    private void attemptFailed(Trouble trouble, boolean reused) {
        UpstreamConnection failed = connection;
        boolean unsent = failed == null || !failed.octetsHanded();
        ExchangeRecord record = exchange.record();
        if (failed != null) record.tcpInfo = failed.tcpInfo();
        abandon();
        record.failedAttempts.add(attempt(trouble, reused));
        switch (Retries.judge(exchange, lease, trouble, unsent, tries, reused)) {
            case AGAIN -> again(trouble);
            case GIVE_UP -> exchange.fail(trouble);
            case BUDGET_USED -> exchange.fail(trouble.exhausted());
        }
    }

    private void again(Trouble trouble) {
        ExchangeRecord record = exchange.record();
        record.observations.add(trouble.symptom());
        record.retry = trouble.retry();
        record.evidence.addAll(trouble.evidence());
        record.firstByteNanos = 0;
        seek(exchange.loop().nanos());
    }

    private Attempt attempt(Trouble trouble, boolean reused) {
        ExchangeRecord record = exchange.record();
        Evidence.Age age =
                reused
                        ? new Evidence.Age.Reused(Duration.ofNanos(record.idleNanos))
                        : new Evidence.Age.Fresh();
        return new Attempt(
                new Attempt.Result.Failed(trouble.symptom(), trouble.phase()),
                record.endpoint,
                (exchange.loop().nanos() - triedSince) / 1000,
                record.upstreamSentOctets,
                record.upstreamReceivedOctets - receivedAtStart,
                age);
    }

    /// Lets the present try go; its connection is of no further use.
    void abandon() {
        lease.cancel();
        UpstreamConnection left = connection;
        connection = null;
        if (left != null) left.abort();
    }

    /// The answer is whole; the connection may serve again for that many nanoseconds, or not at
    /// all.
    void release(long idleNanos) {
        UpstreamConnection done = connection;
        connection = null;
        if (done == null) return;
        if (idleNanos > 0) done.idle(idleNanos);
        else done.discard();
    }

    /// The upstream agreed to a tunnel.
    void openTunnel() {
        exchange.stage(Stage.TUNNEL);
        exchange.watch().within(exchange.loop().nanos(), exchange.route().settings().tunnelIdle());
        pump();
    }

    boolean takesOctets() {
        UpstreamConnection to = connection;
        return to != null && to.isWritable();
    }

    void tunnelHalfClosed() {
        UpstreamConnection to = connection;
        if (to != null) to.shutdownOutput();
    }

    /// Ends a tunnel from our side or the client's.
    void tunnelOver() {
        UpstreamConnection left = connection;
        connection = null;
        if (left != null) left.discard();
        exchange.complete(false);
    }

    boolean drained() {
        UpstreamConnection to = connection;
        return to == null || to.drained();
    }

    long progress() {
        UpstreamConnection to = connection;
        return to == null ? 0 : to.progress();
    }

    boolean headBegan() {
        return receiving.headBegan();
    }

    Framing framingToClient() {
        return receiving.framingToClient();
    }

    @Nullable Endpoint endpoint() {
        return lease.endpoint();
    }

    /// Fills in what only this side knows.
    void report(ExchangeRecord record) {
        record.requestBodyOctets = body.octets();
        receiving.report(record);
    }

    /// The exchange is over.
    void over() {
        lease.cancel();
        body.forget();
        receiving.over();
        UpstreamConnection left = connection;
        connection = null;
        if (left != null) left.abort();
    }

    void dispose() {
        over();
        lease.close();
        receiving.dispose();
    }
}
