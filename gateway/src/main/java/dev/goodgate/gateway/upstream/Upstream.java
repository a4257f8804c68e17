package dev.goodgate.gateway.upstream;

import dev.goodgate.gateway.config.UpstreamSettings;
import dev.goodgate.gateway.dns.Networks;
import dev.goodgate.gateway.loop.Loop;
import java.util.List;

/// One upstream as one snapshot configures it, over the live state it shares with other snapshots.
/// Stateless but for the cursors of its loops.
public final class Upstream {
    private static final int PAD = 16;

    private final String name;
    private final UpstreamSettings settings;
    private final Endpoint[] endpoints;
    private final Endpoint[] schedule;
    private final int[] cursors;
    private final LiveUpstream live;
    private final Networks denied;

    Upstream(
            String name,
            UpstreamSettings settings,
            Endpoint[] endpoints,
            LiveUpstream live,
            Networks denied,
            int loops) {
        this.name = name;
        this.settings = settings;
        this.endpoints = endpoints;
        this.schedule = Schedule.of(endpoints, settings.endpoints());
        this.live = live;
        this.denied = denied;
        this.cursors = new int[loops * PAD];
        for (int i = 0; i < loops; i++) cursors[i * PAD] = i * schedule.length / loops;
    }

    /// Its name in the configuration.
    public String name() {
        return name;
    }

    /// How it is configured.
    public UpstreamSettings settings() {
        return settings;
    }

    /// Its endpoints in the order of the file.
    public List<Endpoint> endpoints() {
        return List.of(endpoints);
    }

    Endpoint[] candidates() {
        return endpoints;
    }

    LiveUpstream live() {
        return live;
    }

    Networks denied() {
        return denied;
    }

    /// Exchanges waiting for a connection.
    public int waiting() {
        return live.waitingCount();
    }

    /// Connections closed because the upstream spoke unasked.
    public long strayConnections() {
        return live.strayCount();
    }

    /// The next endpoint by weight, on that loop.
    Endpoint next(Loop loop) {
        int at = loop.index() * PAD;
        int turn = cursors[at];
        cursors[at] = turn + 1 == schedule.length ? 0 : turn + 1;
        return schedule[turn];
    }
}
