package dev.goodgate.gateway.upstream;

import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.config.UpstreamSettings;
import dev.goodgate.gateway.config.UpstreamSettings.EndpointSettings;
import dev.goodgate.gateway.dns.Name;
import dev.goodgate.gateway.dns.Names;
import dev.goodgate.gateway.dns.Networks;
import dev.goodgate.gateway.loop.Loop;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// All live endpoints of the process, by upstream name and target. Snapshots come and go over them;
/// what the newest no longer names is forgotten, and its idle connections end by their own
/// deadline.
public final class Upstreams {
    private record Identity(String upstream, Target target) {}

    private final Loop[] loops;
    private final Names names;
    private final Map<Identity, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Allowance allowance;
    private final Map<String, LiveUpstream> live = new ConcurrentHashMap<>();

    /// Nothing yet, over those loops. `most` says how many connections to upstreams may be open.
    public Upstreams(List<Loop> loops, Names names, IntSupplier most) {
        this.loops = loops.toArray(Loop[]::new);
        this.names = names;
        this.allowance = new Allowance(this.loops, endpoints.values(), most);
    }

    /// The upstreams of a snapshot, by name. Any thread, one at a time.
    public Map<String, Upstream> apply(Settings settings) {
        Networks denied = Networks.of(settings.destinations().deny());
        Map<String, Upstream> all = new LinkedHashMap<>();
        Map<Identity, Endpoint> named = new LinkedHashMap<>();
        settings.upstreams()
                .forEach((name, each) -> all.put(name, upstream(name, each, denied, named)));
        names.retain(hosts(named));
        endpoints.keySet().retainAll(named.keySet());
        live.keySet().retainAll(all.keySet());
        return all;
    }

    private Upstream upstream(
            String name,
            UpstreamSettings settings,
            Networks denied,
            Map<Identity, Endpoint> named) {
        Endpoint[] members = new Endpoint[settings.endpoints().size()];
        for (int i = 0; i < members.length; i++) {
            EndpointSettings each = settings.endpoints().get(i);
            Identity identity = new Identity(name, Target.of(each.url()));
            members[i] = endpoints.computeIfAbsent(identity, this::open);
            members[i].limit(settings.maxConnections());
            named.put(identity, members[i]);
        }
        LiveUpstream state = live.computeIfAbsent(name, n -> new LiveUpstream(loops, allowance));
        return new Upstream(name, settings, members, state, denied, loops.length);
    }

    private static Set<String> hosts(Map<Identity, Endpoint> named) {
        Set<String> hosts = new HashSet<>();
        for (Identity each : named.keySet()) {
            if (each.target() instanceof Target.Tcp tcp) hosts.add(tcp.host());
        }
        return hosts;
    }

    private Endpoint open(Identity identity) {
        return switch (identity.target()) {
            case Target.Unix unix -> new Endpoint(unix, null, loops.length);
            case Target.Tcp tcp -> {
                Name name = names.name(tcp.host());
                yield new Endpoint(tcp, name, loops.length);
            }
        };
    }
}
