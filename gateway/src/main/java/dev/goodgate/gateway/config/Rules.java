package dev.goodgate.gateway.config;

/// What must hold between keys: checked after binding, each fault with its place.
final class Rules {
    private Rules() {}

    static void check(Settings settings, Findings findings) {}
}
