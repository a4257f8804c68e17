package dev.goodgate.gateway.config;

import java.util.List;

/// One address to listen on.
public record ListenerSettings(
        @Key(doc = "`host:port`, `[v6]:port` or `unix:/path`.") String address,
        @Key(
                        value = "[]",
                        doc =
                                "Networks (CIDR) whose Forwarded and X-Forwarded-* fields are believed.")
                List<String> trustedProxies,
        @Key(value = "false", doc = "Refuse raw ^ ` { | } in paths, which browsers do send.")
                boolean strictPath,
        @Key(value = "1024", doc = "Length of the kernel's accept queue.") int backlog) {}
