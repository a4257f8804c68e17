package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.config.UpstreamSettings;
import dev.goodgate.gateway.exchange.Exchange.Stage;
import dev.goodgate.gateway.outcome.Trouble;
import dev.goodgate.gateway.policy.Retries;
import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.gateway.upstream.Carrier;
import dev.goodgate.gateway.upstream.Endpoint;
import dev.goodgate.gateway.upstream.Lease;
import dev.goodgate.gateway.upstream.Refusal;
import dev.goodgate.gateway.upstream.Upstream;
import dev.goodgate.gateway.upstream.UpstreamConnection;
import dev.goodgate.http.Framing;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/// The side of an exchange that faces the upstream: gets a connection, lets [Sending] send the
/// request, hands what comes back to [Receiving], and begins another try where one may follow a
/// failure. Belongs to one client connection; reused.
final class UpstreamSide implements Lease.Tenant, Carrier {
    private final Exchange exchange;
    private final Lease lease;
    private final Tries tries;
    private final Sending sending;
    private final Receiving receiving;
    private final Tunnel tunnel;
    private @Nullable Upstream upstream;
    private @Nullable UpstreamConnection connection;
    private boolean deaf;
    private boolean sawOctets;

    /// An answer of the lease now is one without a wait: the clock need not be asked again.
    private boolean seeking;

    UpstreamSide(Exchange exchange, Octets octets, DateLine date) {
        this.exchange = exchange;
        this.lease = new Lease(exchange.loop(), this);
        this.tries = new Tries(exchange);
        this.sending = new Sending(exchange, octets);
        this.receiving = new Receiving(exchange, new ResponseHead(octets, date));
        this.tunnel = new Tunnel(exchange);
    }

    Sending sending() {
        return sending;
    }

    RequestBody body() {
        return sending.body();
    }

    UpstreamSettings settings() {
        return java.util.Objects.requireNonNull(upstream, "upstream: none").settings();
    }

    /// The exchange goes to that upstream.
    void begin(Upstream to) {
        upstream = to;
        tries.begin();
        exchange.record().upstream = to.name();
        long limit = exchange.route().settings().maxBody().octets();
        body().begin(exchange.request(), limit, to.settings().replay().octets());
        lease.begin(to);
        seek(exchange.record().headReadNanos);
    }

    private void seek(long now) {
        exchange.stage(Stage.LEASING);
        tries.seek(now);
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
        tries.leased(leased, seeking);
        if (stale != null && !exchange.record().observations.contains(stale)) {
            exchange.record().observations.add(stale);
        }
        receiving.begin(exchange.request().methodId());
        sending.begin(leased);
    }

    /// Whether the present try is on that connection.
    boolean uses(UpstreamConnection candidate) {
        return connection == candidate;
    }

    /// Moves what the client sent, as far as the upstream takes it.
    void pump() {
        UpstreamConnection to = connection;
        if (to == null) return;
        if (exchange.stage() == Stage.TUNNEL) {
            tunnel.toUpstream(to);
            return;
        }
        if (!deaf) sending.pump(to);
    }

    /// The upstream has said nothing for too long: the client may send its body.
    void continueAnyway() {
        if (!sending.awaitsContinue()) return;
        sending.continued();
        receiving.sayContinue();
        exchange.client().resume();
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
            exchange.client().output().flush();
        resume();
    }

    /// Reads on from the upstream if the client keeps up.
    void resume() {
        UpstreamConnection from = connection;
        if (from != null && exchange.client().output().isWritable()) from.read();
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
        failed(trouble);
    }

    @Override
    public void refused(Refusal refusal) {
        if (exchange.stage() != Stage.LEASING) return;
        Trouble trouble = Trouble.of(refusal);
        if (!refusal.dialled()) {
            exchange.fail(trouble);
            return;
        }
        tries.refused(refusal);
        failed(trouble);
    }

    /// The present try came to nothing: a limit of ours ran out on it, or its answer cannot be
    /// used.
    void failed(Trouble trouble) {
        UpstreamConnection failed = connection;
        boolean unsent = failed == null || !failed.octetsHanded();
        boolean reused = failed != null && failed.exchanges() > 1;
        if (failed != null) exchange.record().tcpInfo = failed.tcpInfo();
        abandon();
        tries.failed(trouble, reused);
        Retries.Tried tried = tries.tried(body(), unsent, reused);
        switch (Retries.judge(tried, settings(), lease, trouble)) {
            case AGAIN -> {
                tries.repeat(trouble);
                seek(exchange.loop().nanos());
            }
            case GIVE_UP -> exchange.fail(trouble);
            case BUDGET_USED -> exchange.fail(trouble.exhausted());
        }
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
        tunnel.begin();
        exchange.stage(Stage.TUNNEL);
        exchange.watch().within(exchange.loop().nanos(), exchange.route().settings().tunnelIdle());
        pump();
    }

    boolean takesOctets() {
        UpstreamConnection to = connection;
        return to != null && to.output().isWritable();
    }

    /// Ends a tunnel from our side or the client's.
    void tunnelOver() {
        UpstreamConnection left = connection;
        connection = null;
        if (left != null) left.discard();
        exchange.complete(false);
    }

    /// Whether the upstream has all that the client sent of its body, and more of it is to come.
    boolean awaitsClient() {
        return !deaf && !body().whole() && drained();
    }

    boolean drained() {
        UpstreamConnection to = connection;
        return to == null || to.output().drained();
    }

    long progress() {
        UpstreamConnection to = connection;
        return to == null ? 0 : to.output().progress();
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
        record.requestBodyOctets = body().octets();
        receiving.report(record);
    }

    /// The exchange is over.
    void over() {
        lease.cancel();
        body().over();
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
