package dev.goodgate.gateway.config;

import java.util.List;

/// The operator's listener.
public record AdminSettings(
        @Key(value = "127.0.0.1:9900", doc = "Where it listens; `off`: nowhere.", words = "off")
                String address,
        @Key(value = "[]", doc = "Host names it answers to besides loopback names.")
                List<String> hosts,
        @Key(value = "", doc = "Bearer token; required when it listens elsewhere than on loopback.")
                String token) {}
