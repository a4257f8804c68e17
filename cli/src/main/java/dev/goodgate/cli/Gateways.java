package dev.goodgate.cli;

import dev.goodgate.lab.config.Gateway;
import java.util.Locale;
import java.util.Optional;

/// The gateways the lab can set up, by the name one types.
final class Gateways {
    static final String NAMES = "goodgate, nginx, haproxy, caddy";

    private Gateways() {}

    static Optional<Gateway> named(String name) {
        for (Gateway gateway : Gateway.values()) {
            if (gateway.name().toLowerCase(Locale.ROOT).equals(name)) return Optional.of(gateway);
        }
        return Optional.empty();
    }
}
