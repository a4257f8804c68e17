package dev.goodgate.gateway.upstream;

import dev.goodgate.gateway.dns.Answer;
import dev.goodgate.gateway.dns.Name;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/// The live state of one target: its permits and, for each loop, its idle connections. Survives
/// every reload that still names it. Permits are shared by all loops; connections never are.
public final class Endpoint {
    /// Counters of different loops stay this many ints apart, so that they do not share a cache
    /// line.
    private static final int PAD = 16;

    private final Target target;
    private final String label;
    private final @Nullable Name name;
    private final Permits permits = new Permits();
    private final IdleStack[] idle;
    private final AtomicIntegerArray idleCounts;
    private volatile int limit;

    Endpoint(Target target, @Nullable Name name, int loops) {
        this.target = target;
        this.label = target.toString();
        this.name = name;
        this.idle = new IdleStack[loops];
        for (int i = 0; i < loops; i++) idle[i] = new IdleStack();
        this.idleCounts = new AtomicIntegerArray(loops * PAD + PAD);
    }

    /// Where it is.
    public Target target() {
        return target;
    }

    /// `host:port` or `unix:/path`, made once.
    public String label() {
        return label;
    }

    /// What Host says where the client said nothing: the target's host and port, or `localhost`.
    public String hostField() {
        return switch (target) {
            case Target.Tcp _ -> label;
            case Target.Unix _ -> "localhost";
        };
    }

    /// The addresses it is known to have now, as text; empty for a unix socket or before the first
    /// look-up.
    public List<String> addresses() {
        if (name == null || !(name.current() instanceof Answer.Addresses known)) return List.of();
        return known.addresses().stream().map(InetAddress::getHostAddress).toList();
    }

    @Nullable Name name() {
        return name;
    }

    void limit(int connections) {
        limit = connections;
    }

    /// Connections open or being opened, busy and idle together.
    public int connections() {
        return permits.get();
    }

    /// Idle connections over all loops; a momentary figure.
    public int idleConnections() {
        int sum = 0;
        for (int i = 0; i < idle.length; i++) sum += Math.max(0, idleCounts.get((i + 1) * PAD));
        return sum;
    }

    /// Takes a permit if one is free.
    boolean acquire() {
        if (permits.incrementAndGet() <= limit) return true;
        permits.decrementAndGet();
        return false;
    }

    void release() {
        permits.decrementAndGet();
    }

    /// The idle connections of that loop; to be used on it only.
    IdleStack idle(int loop) {
        return idle[loop];
    }

    void countIdle(int loop, int change) {
        idleCounts.addAndGet((loop + 1) * PAD, change);
    }

    boolean hasIdle(int loop) {
        return idleCounts.get((loop + 1) * PAD) > 0;
    }

    /// The count of permits, alone on its cache line.
    private static final class Permits extends AtomicInteger {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("unused") // padding
        private long p1, p2, p3, p4, p5, p6, p7;

        Permits() {
            super(0);
        }
    }
}
