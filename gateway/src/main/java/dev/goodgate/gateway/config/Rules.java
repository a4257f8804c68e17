package dev.goodgate.gateway.config;

/// What must hold between keys: checked after binding, each fault with its place. A key that has a
/// fault of its own already is left alone.
final class Rules {
    private Rules() {}

    static void check(Settings settings, Findings findings) {
        new ListenerRules(settings, findings).check();
        new RouteRules(settings, findings).check();
        new ReachRules(settings, findings).check();
        new UpstreamRules(settings, findings).check();
        new ErrorPageRules(settings, findings).check();
        limits(settings.limits(), findings);
        resolver(settings.resolver(), findings);
    }

    private static void limits(LimitSettings limits, Findings findings) {
        String expected = "memory-no-keep-alive <= memory-shed <= memory-stop";
        if (limits.memoryNoKeepAlive() > limits.memoryShed()) {
            pair("limits.memory-shed", "limits.memory-no-keep-alive", expected, findings);
        }
        if (limits.memoryShed() > limits.memoryStop()) {
            pair("limits.memory-stop", "limits.memory-shed", expected, findings);
        }
    }

    private static void resolver(ResolverSettings resolver, Findings findings) {
        if (resolver.minTtl().compareTo(resolver.maxTtl()) > 0) {
            pair("resolver.min-ttl", "resolver.max-ttl", "a min-ttl within max-ttl", findings);
        }
    }

    /// A fault of two keys together, told at the first one that the file really has.
    private static void pair(String first, String second, String expected, Findings findings) {
        if (!findings.broken(first) && !findings.broken(second)) {
            findings.fault(findings.given(first) ? first : second, expected, "");
        }
    }
}
