package dev.goodgate.gateway.config;

import java.time.Duration;
import java.util.List;

/// How upstream names become addresses.
public record ResolverSettings(
        @Key(
                        value = "[]",
                        form = Form.NAME_SERVER,
                        doc = "Name servers as `ip` or `ip:port`; empty: those of the system.")
                List<String> servers,
        @Key(value = "1s", doc = "Least time between two queries for one name.") Duration minTtl,
        @Key(value = "5m", doc = "Longest time an answer is believed.") Duration maxTtl,
        @Key(value = "1h", doc = "How long the last good answer serves while the resolver fails.")
                Duration stale,
        @Key(value = "32", least = "1", most = "256", doc = "Addresses kept of one answer.")
                int maxAddresses) {}
