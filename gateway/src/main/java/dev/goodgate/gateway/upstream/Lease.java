package dev.goodgate.gateway.upstream;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.dns.Answer;
import dev.goodgate.gateway.loop.Deadline;
import dev.goodgate.gateway.loop.Loop;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one exchange comes by a connection: which endpoint, idle or fresh, now or after a wait in
/// the queue, and where to next after a failure. Reused from exchange to exchange; the common case,
/// an idle connection, allocates nothing. Belongs to one loop.
public final class Lease implements LiveUpstream.Waiter, Dial.Caller, Deadline.Expiry {
    private final Loop loop;
    private final Tenant tenant;
    private final Deadline patience;
    private final List<Endpoint> triedEndpoints = new ArrayList<>(0);
    private final List<InetAddress> triedAddresses = new ArrayList<>(0);
    private @Nullable Upstream upstream;
    private @Nullable Endpoint last;
    private @Nullable InetAddress lastAddress;
    private @Nullable Dial dial;
    private boolean queued;
    private boolean waited;
    private long waitsSince;
    private @Nullable Endpoint suspect;

    /// The exchange that wants a connection.
    public interface Tenant {
        /// Here it is, occupied by nobody yet. `stale` is why an old DNS answer had to serve, null
        /// when it did not.
        void leased(UpstreamConnection connection, @Nullable Symptom stale);

        /// It cannot be had.
        void refused(Refusal refusal);
    }

    /// A lease for the exchanges of one client connection.
    public Lease(Loop loop, Tenant tenant) {
        this.loop = loop;
        this.tenant = tenant;
        this.patience = new Deadline(loop.deadlines(), this);
    }

    /// A new exchange goes to that upstream.
    public void begin(Upstream to) {
        upstream = to;
        last = null;
        lastAddress = null;
        suspect = null;
        if (!triedEndpoints.isEmpty()) triedEndpoints.clear();
        if (!triedAddresses.isEmpty()) triedAddresses.clear();
        to.live().earn(loop, to.settings().retryBudget());
    }

    /// The endpoint of the present or last try, null before the first.
    public @Nullable Endpoint endpoint() {
        return last;
    }

    /// Asks for a connection: answers at once or later, by the tenant.
    public void acquire() {
        waited = false;
        seek();
    }

    private void seek() {
        Upstream from = from();
        Endpoint endpoint = choose(from);
        if (endpoint == null) endpoint = from.candidates()[0];
        if (lease(from, endpoint)) return;
        for (Endpoint other : from.candidates()) {
            if (other != endpoint && !triedEndpoints.contains(other) && lease(from, other)) return;
        }
        queue(from, endpoint);
    }

    /// Marks the last try as failed. True when there is another place to try: another endpoint,
    /// another address, or, after a reused connection failed, the same one afresh. `reused` tells
    /// which kind failed.
    public boolean another(boolean reused) {
        Endpoint failed = last;
        InetAddress address = lastAddress;
        if (reused) {
            suspect = failed;
            return true;
        }
        if (failed != null && !triedEndpoints.contains(failed)) triedEndpoints.add(failed);
        if (address != null && !triedAddresses.contains(address)) triedAddresses.add(address);
        return choosable(from());
    }

    /// Whether the upstream's budget allows a further try; takes it if so.
    public boolean spend() {
        return from().live().spend(loop);
    }

    /// The exchange is over or does not want it any more.
    public void cancel() {
        if (queued) from().live().leave(loop, this);
        queued = false;
        patience.disarm();
        if (dial != null) dial.cancel();
        dial = null;
    }

    /// The connection of the client is over.
    public void close() {
        cancel();
        patience.remove();
    }

    private Upstream from() {
        return java.util.Objects.requireNonNull(upstream, "upstream: none (expected: begin first)");
    }

    private @Nullable Endpoint choose(Upstream from) {
        if (triedEndpoints.isEmpty()) {
            return suspect == null ? from.next(loop) : suspect;
        }
        for (int i = from.candidates().length * 4; i > 0; i--) {
            Endpoint next = from.next(loop);
            if (!triedEndpoints.contains(next)) return next;
        }
        for (Endpoint each : from.candidates()) {
            if (!triedEndpoints.contains(each) || untriedAddress(each)) return each;
        }
        return null;
    }

    private boolean choosable(Upstream from) {
        for (Endpoint each : from.candidates()) {
            if (!triedEndpoints.contains(each) || untriedAddress(each)) return true;
        }
        return false;
    }

    private boolean untriedAddress(Endpoint endpoint) {
        return endpoint.name() != null
                && endpoint.name().current() instanceof Answer.Addresses known
                && !triedAddresses.containsAll(known.addresses());
    }

    private boolean lease(Upstream from, Endpoint endpoint) {
        IdleStack idle = endpoint.idle(loop.index());
        UpstreamConnection youngest = idle.youngest();
        while (youngest != null) {
            if (endpoint == suspect) youngest.discard();
            else if (youngest.wake()) {
                last = endpoint;
                lastAddress = youngest.inetAddress();
                tenant.leased(youngest, null);
                return true;
            }
            youngest = idle.youngest();
        }
        if (!endpoint.acquire()) return false;
        dial(from, endpoint);
        return true;
    }

    /// Opens a connection there; its permit is held.
    private void dial(Upstream from, Endpoint endpoint) {
        last = endpoint;
        Dial attempt = new Dial(loop, from, endpoint, triedAddresses, this);
        dial = attempt;
        attempt.start();
    }

    private void queue(Upstream from, Endpoint endpoint) {
        last = null;
        if (waited) from.live().rejoin(loop, this);
        else if (!from.live().join(loop, this, from.settings().queue())) {
            String limit = Integer.toString(from.settings().queue());
            tenant.refused(
                    Refusal.gateway(
                            Symptom.UPSTREAM_QUEUE_FULL,
                            "every connection is in use and the queue is full",
                            new Evidence.LimitReached("upstreams.queue", limit)));
            return;
        }
        queued = true;
        long now = loop.nanos();
        if (!waited) waitsSince = now;
        waited = true;
        long left = from.settings().queueTimeout().toNanos() - (now - waitsSince);
        patience.set(now, Math.max(1, left));
        if (!takesFreed(from, endpoint)) from.live().reclaim(loop, endpoint);
    }

    /// A permit that came free between the look at it and the queue has woken nobody: look again.
    private boolean takesFreed(Upstream from, Endpoint endpoint) {
        for (Endpoint each : from.candidates()) {
            boolean fits = each == endpoint || !triedEndpoints.contains(each);
            if (!fits || !each.acquire()) continue;
            from.live().leave(loop, this);
            queued = false;
            patience.disarm();
            dial(from, each);
            return true;
        }
        return false;
    }

    @Override
    public boolean turn() {
        queued = false;
        patience.disarm();
        seek();
        return !queued;
    }

    @Override
    public void expired(long now) {
        if (!queued) return;
        queued = false;
        from().live().leave(loop, this);
        String limit = from().settings().queueTimeout().toMillis() + "ms";
        tenant.refused(
                Refusal.gateway(
                        Symptom.UPSTREAM_QUEUE_TIMEOUT,
                        "no connection became free in time",
                        new Evidence.LimitReached("upstreams.queue-timeout", limit)));
    }

    @Override
    public void connected(UpstreamConnection connection, @Nullable Symptom stale) {
        dial = null;
        lastAddress = connection.inetAddress();
        tenant.leased(connection, stale);
    }

    @Override
    public void refused(Refusal refusal, @Nullable InetAddress address) {
        dial = null;
        lastAddress = address;
        tenant.refused(refusal);
    }
}
