package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.loop.Loop;
import dev.goodgate.gateway.outcome.Trouble;
import dev.goodgate.gateway.outcome.Violations;
import dev.goodgate.gateway.policy.Admission;
import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.gateway.route.Route;
import dev.goodgate.http.Framing;
import dev.goodgate.http.Head;
import dev.goodgate.http.PathViews;
import dev.goodgate.http.Violation;
import org.jspecify.annotations.Nullable;

/// One request and its answer. One loop owns it; one object serves all exchanges of a client connection, one after the
/// other. Its ends are [#complete] and [#fail]; [Ending] leads both to the one terminal transition.
///
///     IDLE ─begin─▶ LEASING ─leased─▶ SENDING ─all written─▶ WAITING ─head─▶ RELAYING ─whole─▶ FLUSHING ─▶ IDLE
///                      ▲  └─refused─┐    └──closed, late──┐      │    └─101─▶ TUNNEL
///                      └──retry─────┴─────────────────────┴──────┘
///
/// A failure from any stage leads to another try, to an answer of our own, or, once the head is out, to a visible cut.
final class Exchange {
    enum Stage {
        IDLE,
        LEASING,
        SENDING,
        WAITING,
        RELAYING,
        FLUSHING,
        TUNNEL
    }

    private final Loop loop;
    private final Edge edge;
    private final ClientConnection client;
    private final Head request;
    private final ExchangeRecord record = new ExchangeRecord();
    private final Watch watch;
    private final UpstreamSide side;
    private final Admission admission;
    private final OwnAnswer ownAnswer;
    private final Ending ending;
    private Snapshot snapshot;
    private Stage stage = Stage.IDLE;
    private @Nullable Route route;
    private PathViews.@Nullable Views views;
    private boolean answered;

    Exchange(Loop loop, Edge edge, ClientConnection client, Head request) {
        this.loop = loop;
        this.edge = edge;
        this.client = client;
        this.request = request;
        this.snapshot = edge.snapshot();
        Octets octets = new Octets(loop.scratch());
        DateLine date = new DateLine(loop);
        this.watch = new Watch(this);
        this.admission = new Admission(edge.pseudonym());
        this.side = new UpstreamSide(this, octets, date);
        this.ownAnswer = new OwnAnswer(this, octets, date);
        this.ending = new Ending(this, ownAnswer);
        record.client = client.channel().remoteAddress();
        record.local = client.channel().localAddress();
        record.listener = client.door().name();
    }

    Loop loop() {
        return loop;
    }

    Edge edge() {
        return edge;
    }

    ClientConnection client() {
        return client;
    }

    Head request() {
        return request;
    }

    ExchangeRecord record() {
        return record;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Watch watch() {
        return watch;
    }

    UpstreamSide side() {
        return side;
    }

    Stage stage() {
        return stage;
    }

    void stage(Stage next) {
        stage = next;
    }

    Route route() {
        return java.util.Objects.requireNonNull(route, "route: none (expected: chosen at begin)");
    }

    boolean routed() {
        return route != null;
    }

    PathViews.@Nullable Views views() {
        return views;
    }

    boolean answered() {
        return answered;
    }

    /// An octet of the final response is out: no further try can follow.
    void answering() {
        answered = true;
        side.body().forget();
    }

    /// Whether the request announces a body.
    boolean requestBodyExpected() {
        return request.framing() == Framing.CHUNKED || request.contentLength() > 0;
    }

    boolean requestDone() {
        return side.body().whole();
    }

    /// Whether this request may become a tunnel.
    boolean wantsTunnel() {
        return request.websocketUpgrade()
                && routed()
                && route().settings().websocket()
                && request.minor() > 0;
    }

    // ---- what the client does

    /// The head of a request is complete.
    void begin() {
        start();
        Trouble refusal = admission.judge(request, snapshot.routes(), edge.memory());
        if (refusal != null) {
            fail(refusal);
            return;
        }
        Route chosen = admission.route();
        route = chosen;
        views = admission.views();
        record.route = chosen.name();
        if (admission.local(request)) ownAnswer.options();
        else if (!chosen.hasUpstream()) ownAnswer.synthetic(chosen);
        else side.begin(snapshot.upstream(chosen));
    }

    private void start() {
        snapshot = edge.snapshot();
        record.clear();
        record.request = request;
        record.startMillis = loop.millis();
        record.headReadNanos = loop.nanos();
        record.startNanos = client.headBegan() == 0 ? record.headReadNanos : client.headBegan();
        RequestId.take(request, record, loop.random());
        route = null;
        views = null;
        answered = false;
        ending.begin();
        stage = Stage.LEASING;
        side.body().begin(request, 0, 0);
        watch.begin(record.headReadNanos);
    }

    /// What came instead of a head breaks a rule.
    void malformed(Violation violation) {
        start();
        fail(Violations.request(violation));
    }

    /// A head was begun and not finished in time.
    void headTimeout() {
        start();
        fail(Trouble.of(Symptom.CLIENT_TIMEOUT, "the request head was not complete in time"));
    }

    /// Octets came while the exchange runs: body, the tunnel's, or the next request's.
    void clientOctets() {
        watch.clientMoved();
        switch (stage) {
            case SENDING, WAITING, RELAYING, TUNNEL -> side.pump();
            case IDLE, LEASING, FLUSHING -> {}
        }
    }

    /// Whether the client's next octets can be used or, at least, its end can be seen.
    boolean wantsClientOctets() {
        return switch (stage) {
            case IDLE -> true;
            case TUNNEL -> client.input().pending() == null && side.takesOctets();
            case LEASING, SENDING, WAITING, RELAYING, FLUSHING -> client.input().pending() == null;
        };
    }

    /// The client sent FIN: gone, unless it said that nothing more would come.
    void clientEnded() {
        if (stage == Stage.TUNNEL) {
            side.pump();
            return;
        }
        boolean more = !requestDone();
        boolean announced = !request.persistent() || request.minor() == 0;
        boolean served = routed() && route().servesHalfClosed();
        if (!more && (announced || served)) {
            watch.halfClosed();
            return;
        }
        if (stage == Stage.FLUSHING && !more) return;
        // Its body may all be here and wait for a connection: reading it will tell.
        if (more && announced && stage == Stage.LEASING && client.input().pending() != null) return;
        if (more && client.input().pending() != null) side.pump();
        if (more && requestDone()) return;
        left();
    }

    /// The connection of the client is over.
    void clientGone() {
        ending.clientGone();
        left();
    }

    /// The client ended its direction inside its body.
    void cutShort() {
        left();
    }

    private void left() {
        switch (stage) {
            case IDLE -> {}
            case TUNNEL -> side.tunnelOver();
            case LEASING, SENDING, WAITING, RELAYING, FLUSHING -> {
                Phase phase = answered ? Phase.BODY : requestDone() ? Phase.WAIT : Phase.SEND;
                fail(Trouble.of(Symptom.CLIENT_CLOSED, "the client closed first").withPhase(phase));
            }
        }
    }

    /// The client takes octets again.
    void clientWritable() {
        watch.clientMoved();
        side.resume();
    }

    // ---- the ends

    /// The whole answer has been written; `persistent` keeps the connection for the next request.
    void complete(boolean persistent) {
        ending.complete(persistent);
    }

    /// It failed for good.
    void fail(Trouble trouble) {
        ending.fail(trouble);
    }

    /// The connection of the client is over and so is this object.
    void dispose() {
        watch.remove();
        side.dispose();
    }
}
