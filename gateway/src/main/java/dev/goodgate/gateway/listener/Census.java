package dev.goodgate.gateway.listener;

import dev.goodgate.gateway.config.LimitSettings;
import dev.goodgate.gateway.exchange.ClientConnection;
import dev.goodgate.gateway.loop.Loop;
import dev.goodgate.gateway.policy.MemoryLevel;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Who is connected: the count in all and per client address against their limits, and each loop's
/// connections in the order they came. Counts are for any thread; the lists belong to their loops.
public final class Census {
    private final Supplier<LimitSettings> limits;
    private final Supplier<MemoryLevel> memory;
    private final DescriptorBudget descriptors;
    private final LongSupplier nanos;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<InetAddress, Integer> perClient = new ConcurrentHashMap<>();
    private final List<Set<ClientConnection>> members = new ArrayList<>();
    private final LongAdder turnedAway = new LongAdder();

    /// Nobody yet. `descriptors` says how many fit into what the process may open.
    public Census(
            int loops,
            Supplier<LimitSettings> limits,
            Supplier<MemoryLevel> memory,
            DescriptorBudget descriptors,
            LongSupplier nanos) {
        this.limits = limits;
        this.memory = memory;
        this.descriptors = descriptors;
        this.nanos = nanos;
        for (int i = 0; i < loops; i++) members.add(new LinkedHashSet<>());
    }

    /// Whether one more may come; counts it if so. Under pressure an idle connection of this loop
    /// makes room. On the loop.
    boolean admit(Loop loop, Channel channel) {
        LimitSettings now = limits.get();
        boolean full = all.incrementAndGet() > descriptors.clients(now.connections());
        if ((full && !shedOldestIdle(loop))
                || memory.get() == MemoryLevel.STOP
                || !countClient(channel, now.connectionsPerClient())) {
            all.decrementAndGet();
            turnedAway.increment();
            return false;
        }
        channel.closeFuture().addListener(closed -> left(channel));
        return true;
    }

    private boolean countClient(Channel channel, int most) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress client)) return true;
        int count = perClient.merge(client.getAddress(), 1, Integer::sum);
        if (most <= 0 || count <= most) return true;
        uncountClient(client);
        return false;
    }

    private void uncountClient(InetSocketAddress client) {
        perClient.computeIfPresent(
                client.getAddress(), (address, count) -> count > 1 ? count - 1 : null);
    }

    private void left(Channel channel) {
        if (all.decrementAndGet() == 0) {
            synchronized (all) {
                all.notifyAll();
            }
        }
        if (channel.remoteAddress() instanceof InetSocketAddress client) uncountClient(client);
    }

    void joined(Loop loop, ClientConnection connection) {
        members.get(loop.index()).add(connection);
    }

    /// The connection is over. On its loop.
    public void gone(Loop loop, ClientConnection connection) {
        members.get(loop.index()).remove(connection);
    }

    private boolean shedOldestIdle(Loop loop) {
        // It is told that it is closed later only: nobody else may count on the same room.
        Iterator<ClientConnection> here = members.get(loop.index()).iterator();
        while (here.hasNext()) {
            ClientConnection each = here.next();
            if (!each.isIdle()) continue;
            here.remove();
            each.shed();
            return true;
        }
        return false;
    }

    /// Asks every connection of that loop to end after its request. On the loop.
    public void drain(Loop loop) {
        List.copyOf(members.get(loop.index())).forEach(ClientConnection::drain);
    }

    /// Closes every connection of that loop. On the loop.
    public void closeAll(Loop loop) {
        List.copyOf(members.get(loop.index())).forEach(ClientConnection::shed);
    }

    /// Waits until nobody is connected, at most that long.
    public void awaitEmpty(Duration limit) {
        long end = nanos.getAsLong() + limit.toNanos();
        synchronized (all) {
            try {
                for (long left = limit.toMillis();
                        all.get() > 0 && left > 0;
                        left = (end - nanos.getAsLong()) / 1_000_000) {
                    all.wait(left);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Connections now.
    public int count() {
        return all.get();
    }

    /// Connections refused so far.
    public long turnedAway() {
        return turnedAway.sum();
    }
}
