package dev.goodgate.gateway.config;

import java.util.List;

/// One address to listen on.
public record ListenerSettings(
        @Key(form = Form.ADDRESS, doc = "`host:port`, `[v6]:port` or `unix:/path`.") String address,
        @Key(
                        value = "[]",
                        form = Form.NETWORK,
                        doc =
                                "Networks (CIDR) whose Forwarded and X-Forwarded-* fields are believed.")
                List<String> trustedProxies,
        @Key(value = "false", doc = "Refuse raw ^ ` { | } in paths, which browsers do send.")
                boolean strictPath,
        @Key(
                        value = "1024",
                        least = "1",
                        most = "65535",
                        doc = "Length of the kernel's accept queue.")
                int backlog) {}
