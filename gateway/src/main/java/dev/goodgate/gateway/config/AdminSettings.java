package dev.goodgate.gateway.config;

import java.util.List;

/// The operator's listener.
public record AdminSettings(
        @Key(
                        value = "127.0.0.1:9900",
                        doc = "Where it listens; `off`: nowhere.",
                        words = "off",
                        form = Form.ADDRESS)
                String address,
        @Key(
                        value = "[]",
                        form = Form.HOST,
                        doc = "Host names it answers to besides loopback names.")
                List<String> hosts,
        @Key(
                        value = "",
                        secret = true,
                        form = Form.FIELD_VALUE,
                        doc = "Bearer token; required when it listens elsewhere than on loopback.")
                String token) {}
