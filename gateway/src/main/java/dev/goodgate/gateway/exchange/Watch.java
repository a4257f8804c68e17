package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.config.LimitSettings;
import dev.goodgate.gateway.config.UpstreamSettings;
import dev.goodgate.gateway.loop.Deadline;
import dev.goodgate.gateway.outcome.Trouble;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The one deadline of an exchange. What it means depends on the stage; progress moves it by
/// writing a field, and it is judged when the wheel comes round.
final class Watch implements Deadline.Expiry {
    /// Before this a slow start of a body is nobody's fault.
    private static final long RATE_GRACE = TimeUnit.SECONDS.toNanos(5);

    /// A client that sent FIN and is served nevertheless is looked after this often: of its RST no
    /// transport tells once its input is shut.
    private static final long HALF_CLOSED = TimeUnit.MILLISECONDS.toNanos(250);

    private final Exchange exchange;
    private final Deadline deadline;
    private long begun;
    private long stageBegan;
    private long clientMoved;
    private long upstreamMoved;
    private long clientProgress;
    private long upstreamProgress;

    Watch(Exchange exchange) {
        this.exchange = exchange;
        this.deadline = new Deadline(exchange.loop().deadlines(), this);
    }

    void begin(long now) {
        begun = now;
        clientMoved = now;
        upstreamMoved = now;
        clientProgress = 0;
        upstreamProgress = 0;
    }

    /// The client sent or took octets.
    void clientMoved() {
        clientMoved = exchange.loop().nanos();
    }

    /// The upstream sent octets.
    void upstreamMoved(long now) {
        upstreamMoved = now;
    }

    /// The exchange enters a stage that is watched; the first look comes after that limit at the
    /// latest.
    void within(long now, Duration limit) {
        stageBegan = now;
        upstreamMoved = now;
        clientMoved = now;
        deadline.set(now, shortest(limit.toNanos(), now));
    }

    /// The client sent FIN and is served nevertheless.
    void halfClosed() {
        deadline.set(exchange.loop().nanos(), HALF_CLOSED);
    }

    /// The answer waits for a slow client.
    void flushing() {
        long now = exchange.loop().nanos();
        clientMoved = now;
        clientProgress = exchange.client().output().progress();
        deadline.set(now, limits().sendStall().toNanos());
    }

    void disarm() {
        deadline.disarm();
    }

    void remove() {
        deadline.remove();
    }

    private LimitSettings limits() {
        return exchange.snapshot().settings().limits();
    }

    /// The route's limit for all of it; once the upstream has said all, or both talk, other limits
    /// hold.
    private long total() {
        Exchange.Stage stage = exchange.stage();
        if (stage == Exchange.Stage.FLUSHING || stage == Exchange.Stage.TUNNEL) return 0;
        return exchange.routed() ? exchange.route().totalNanos() : 0;
    }

    private long shortest(long nanos, long now) {
        long total = total();
        long wait = exchange.client().input().ended() ? Math.min(nanos, HALF_CLOSED) : nanos;
        return total <= 0 ? wait : Math.min(wait, Math.max(1, begun + total - now));
    }

    @Override
    public void expired(long now) {
        if (exchange.client().input().left(exchange.loop())
                && exchange.stage() != Exchange.Stage.TUNNEL) {
            exchange.client().close();
            return;
        }
        long total = total();
        if (total > 0 && now - begun >= total) {
            exchange.side()
                    .failed(
                            Trouble.of(
                                    Symptom.RESPONSE_TOTAL_TIMEOUT,
                                    "the exchange took longer than the total limit of the route",
                                    new Evidence.LimitReached(
                                            "routes.total", total / 1_000_000 + "ms")));
            return;
        }
        long wait =
                switch (exchange.stage()) {
                    case IDLE, LEASING -> total > 0 ? begun + total - now : 0;
                    case SENDING -> sending(now);
                    case WAITING -> waiting(now);
                    case RELAYING -> relaying(now);
                    case FLUSHING -> flushing(now);
                    case TUNNEL -> tunnel(now);
                };
        if (wait > 0) deadline.set(now, shortest(wait, now));
    }

    /// The request is being written: who is slow, the client or the upstream?
    private long sending(long now) {
        UpstreamSide side = exchange.side();
        if (side.sending().awaitsContinue()) {
            side.continueAnyway();
            return 1;
        }
        UpstreamSettings settings = side.settings();
        long progress = side.progress();
        if (progress != upstreamProgress || side.drained()) {
            upstreamProgress = progress;
            upstreamMoved = now;
        }
        if (!side.drained())
            return judge(now - upstreamMoved, settings.write(), writeStall(settings));
        long idle = limits().bodyIdle().toNanos();
        long slow = now - stageBegan - RATE_GRACE;
        boolean crawls =
                slow > 0
                        && limits().minimumRate() > 0
                        && side.body().octets() < slow / 1_000_000_000.0 * limits().minimumRate();
        if (now - clientMoved >= idle || crawls) {
            exchange.fail(now - clientMoved >= idle ? stalled() : crawled());
            return 0;
        }
        long next = idle - (now - clientMoved);
        return limits().minimumRate() > 0 ? Math.min(next, TimeUnit.SECONDS.toNanos(1)) : next;
    }

    private Trouble crawled() {
        return Trouble.of(
                Symptom.CLIENT_TIMEOUT,
                "the request body came too slowly",
                new Evidence.LimitReached(
                        "limits.minimum-rate", limits().minimumRate() + " octets/s"));
    }

    private static Trouble writeStall(UpstreamSettings settings) {
        return Trouble.of(
                Symptom.REQUEST_WRITE_TIMEOUT,
                "the upstream takes no octets of the request",
                new Evidence.LimitReached("upstreams.write", settings.write().toMillis() + "ms"));
    }

    /// Fails when that much time without progress is too much, else tells how long to wait on.
    private long judge(long still, Duration limit, Trouble trouble) {
        long nanos = limit.toNanos();
        if (still < nanos) return Math.min(nanos - still, Math.max(1, nanos / 4));
        exchange.side().failed(trouble);
        return 0;
    }

    /// All is written; nothing, or not yet a whole head, has come.
    private long waiting(long now) {
        UpstreamSide side = exchange.side();
        UpstreamSettings settings = side.settings();
        if (!side.drained()) return sending(now);
        long since = now - exchange.record().requestSentNanos;
        boolean begun = side.headBegan();
        Duration limit = begun ? settings.head() : settings.firstByte();
        Trouble trouble =
                begun
                        ? Trouble.of(
                                Symptom.RESPONSE_TOTAL_TIMEOUT,
                                "the response head was begun and not finished in time",
                                new Evidence.LimitReached(
                                        "upstreams.head", limit.toMillis() + "ms"))
                        : Trouble.of(
                                Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                                "connected and sent, and no octet of an answer came",
                                new Evidence.LimitReached(
                                        "upstreams.first-byte", limit.toMillis() + "ms"));
        return judge(since, limit, trouble);
    }

    /// The body is on its way: a client that takes nothing is not the upstream's fault.
    private long relaying(long now) {
        if (!exchange.client().output().isWritable()) return flushing(now);
        if (exchange.side().awaitsClient()) return uploading(now);
        UpstreamSettings settings = exchange.side().settings();
        return judge(
                now - Math.max(upstreamMoved, clientMoved),
                settings.bodyIdle(),
                Trouble.of(
                                Symptom.RESPONSE_BODY_TIMEOUT,
                                "stall: the response body stopped coming",
                                new Evidence.LimitReached(
                                        "upstreams.body-idle",
                                        settings.bodyIdle().toMillis() + "ms"))
                        .withStatus(0));
    }

    /// The upstream began to answer and may need the rest of the request to go on.
    private long uploading(long now) {
        long idle = limits().bodyIdle().toNanos();
        long still = now - Math.max(upstreamMoved, clientMoved);
        if (still < idle) return idle - still;
        exchange.fail(stalled().withPhase(Phase.BODY).withStatus(0));
        return 0;
    }

    private Trouble stalled() {
        return Trouble.of(
                Symptom.CLIENT_TIMEOUT,
                "the request body stalled",
                new Evidence.LimitReached(
                        "limits.body-idle", limits().bodyIdle().toMillis() + "ms"));
    }

    private long flushing(long now) {
        long progress = exchange.client().output().progress();
        if (progress != clientProgress) {
            clientProgress = progress;
            clientMoved = now;
        }
        long stall = limits().sendStall().toNanos();
        long still = now - clientMoved;
        if (still < stall) return Math.min(stall - still, Math.max(1, stall / 4));
        exchange.fail(
                Trouble.of(
                                Symptom.CLIENT_TIMEOUT,
                                "the client stopped taking the answer",
                                new Evidence.LimitReached(
                                        "limits.send-stall", stall / 1_000_000 + "ms"))
                        .withPhase(Phase.BODY)
                        .withStatus(0));
        return 0;
    }

    private long tunnel(long now) {
        long idle = exchange.route().settings().tunnelIdle().toNanos();
        long still = now - Math.max(clientMoved, upstreamMoved);
        if (still < idle) return idle - still;
        exchange.side().tunnelOver();
        return 0;
    }
}
