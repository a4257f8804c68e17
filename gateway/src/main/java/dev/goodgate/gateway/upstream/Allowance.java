package dev.goodgate.gateway.upstream;

import dev.goodgate.gateway.loop.Loop;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// How many connections to upstreams the process may have open, over all endpoints together: each
/// is a file, and the process may open so many only. Where all are in use, an idle one of any
/// endpoint, on this loop or another, makes room. Safe for every loop.
final class Allowance {
    /// So many may be open beyond it while the idle ones that make room are being closed. The
    /// reserve of the process bears that.
    private static final int CLOSING = 24;

    private final Loop[] loops;
    private final Collection<Endpoint> endpoints;
    private final IntSupplier most;
    private final AtomicInteger open = new AtomicInteger();

    /// `endpoints` are those known now, as they come and go.
    Allowance(Loop[] loops, Collection<Endpoint> endpoints, IntSupplier most) {
        this.loops = loops;
        this.endpoints = endpoints;
        this.most = most;
    }

    /// Whether one more may be opened on that loop; counts it if so.
    boolean take(Loop loop) {
        int over = open.incrementAndGet() - most.getAsInt();
        if (over <= 0) return true;
        if (over <= CLOSING && (closesIdle(loop) || othersClose(loop))) return true;
        open.decrementAndGet();
        return false;
    }

    private boolean closesIdle(Loop loop) {
        for (Endpoint each : endpoints) {
            UpstreamConnection oldest = each.idle(loop.index()).oldest();
            if (oldest == null) continue;
            oldest.discard();
            return true;
        }
        return false;
    }

    private boolean othersClose(Loop asking) {
        for (Loop other : loops) {
            if (other == asking || !hasIdle(other)) continue;
            other.executor().execute(() -> closesIdle(other));
            return true;
        }
        return false;
    }

    private boolean hasIdle(Loop loop) {
        for (Endpoint each : endpoints) if (each.hasIdle(loop.index())) return true;
        return false;
    }

    /// One is closed, or was never opened.
    void give() {
        open.decrementAndGet();
    }
}
