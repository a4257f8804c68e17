package dev.goodgate.gateway.config;

import java.util.List;

/// Addresses that are never dialled.
public record DestinationSettings(
        @Key(
                        form = Form.NETWORK,
                        value = "[169.254.0.0/16, \"fe80::/10\"]",
                        doc = "Networks (CIDR) refused after name resolution.")
                List<String> deny) {}
