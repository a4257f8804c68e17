package dev.goodgate.lab.config;

import java.util.List;

/// The gateways that the lab can write a configuration for.
public enum Gateway {
    GOODGATE,
    NGINX,
    HAPROXY,
    CADDY;

    /// The place of the configuration file in [#command()].
    public static final String CONFIG = "CONFIG";

    /// How a Debian system starts this one in the foreground. Empty for goodgate: its own launcher
    /// knows.
    public List<String> command() {
        return switch (this) {
            case GOODGATE -> List.of();
            case NGINX -> List.of("nginx", "-c", CONFIG);
            case HAPROXY -> List.of("haproxy", "-db", "-f", CONFIG);
            case CADDY -> List.of("caddy", "run", "--adapter", "caddyfile", "--config", CONFIG);
        };
    }
}
