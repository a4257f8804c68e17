package dev.goodgate.lab.config;

import dev.goodgate.lab.scenario.Probe;
import java.util.Map;

/// What a probe's settings, written in goodgate's keys, mean for gateways with fewer of them.
record Tuning(Map<String, String> settings) {
    static Tuning of(Probe probe) {
        return new Tuning(probe.upstream());
    }

    /// Longest wait for TCP.
    String connect() {
        return settings.getOrDefault("connect", "300ms");
    }

    /// Longest wait while reading from the upstream: one limit where goodgate has three.
    String read() {
        String bodyIdle = settings.getOrDefault("body-idle", "6s");
        String head = settings.getOrDefault("head", bodyIdle);
        return settings.getOrDefault("first-byte", head);
    }

    /// Longest stall while the request is written.
    String write() {
        return settings.getOrDefault("write", "3s");
    }

    /// Longest wait for a free connection.
    String queue() {
        return settings.getOrDefault("queue-timeout", "500ms");
    }

    /// Most connections to one endpoint.
    String connections() {
        return settings.getOrDefault("max-connections", "1024");
    }
}
