package dev.goodgate.gateway.admin;

import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.record.Incidents;
import dev.goodgate.gateway.record.Metrics;
import java.util.List;
import java.util.function.Supplier;

/// What the admin listener shows and does. All of it is called on virtual threads, at any time, and
/// may wait for locks but not for the network.
public record Views(
        Incidents incidents,
        Metrics metrics,
        Supplier<List<UpstreamState>> upstreams,
        Supplier<Settings> settings,
        Reload reload,
        Supplier<Readiness> readiness) {}
