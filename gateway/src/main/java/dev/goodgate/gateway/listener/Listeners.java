package dev.goodgate.gateway.listener;

import dev.goodgate.gateway.config.ListenerSettings;
import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.exchange.Edge;
import dev.goodgate.gateway.loop.Loop;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All sockets the process listens on. They belong to the process, not to a snapshot: an address
/// that stays in the configuration is never closed and reopened. Safe for any thread, one at a
/// time.
public final class Listeners {
    private final List<Loop> loops;
    private final Edge edge;
    private final Census census;
    private final Map<String, Listener> open = new LinkedHashMap<>();
    private boolean closed;

    /// None yet.
    public Listeners(List<Loop> loops, Edge edge, Census census) {
        this.loops = loops;
        this.edge = edge;
        this.census = census;
    }

    /// Opens what those settings name and is not open, tells the others their settings, closes what
    /// they no longer name. Nothing changes when one cannot be opened, nor once they are closed.
    public synchronized void apply(Settings settings) throws BindFailure {
        if (closed) throw new BindFailure("asked to stop: no listener is opened any more");
        List<Listener> fresh = new ArrayList<>();
        Map<String, Listener> next = new LinkedHashMap<>();
        try {
            for (ListenerSettings each : settings.listeners()) {
                Listener known = open.get(each.address());
                if (known == null) {
                    known = new Listener(loops, edge, census, each);
                    known.bind();
                    fresh.add(known);
                }
                next.put(each.address(), known);
            }
        } catch (BindFailure failure) {
            fresh.forEach(Listener::close);
            throw failure;
        }
        for (ListenerSettings each : settings.listeners()) listener(next, each).settings(each);
        open.values().stream().filter(each -> !next.containsValue(each)).forEach(Listener::close);
        open.clear();
        open.putAll(next);
    }

    private static Listener listener(Map<String, Listener> all, ListenerSettings settings) {
        return java.util.Objects.requireNonNull(all.get(settings.address()), settings.address());
    }

    /// The addresses in fact listened on, in the order of the configuration; real ports where 0 was
    /// asked for.
    public synchronized List<SocketAddress> addresses() {
        return open.values().stream().map(Listener::address).toList();
    }

    /// Accepts no more, for good.
    public synchronized void close() {
        closed = true;
        open.values().forEach(Listener::close);
        open.clear();
    }
}
