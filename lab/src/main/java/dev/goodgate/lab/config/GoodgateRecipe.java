package dev.goodgate.lab.config;

import dev.goodgate.lab.scenario.Probe;
import dev.goodgate.lab.serve.Place;
import dev.goodgate.lab.serve.Plan;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Goodgate's YAML.
final class GoodgateRecipe implements Recipe {
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "queue-timeout", "500ms",
                    "resolve", "500ms",
                    "connect", "300ms",
                    "write", "3s",
                    "first-byte", "6s",
                    "head", "6s",
                    "body-idle", "6s",
                    "expect-continue", "100ms",
                    "unacknowledged", "1s");

    @Override
    public String write(Plan plan) {
        var text = new StringBuilder();
        text.append("# Leads Goodgate to its lab. Time limits are a tenth of the defaults.\n");
        text.append("listeners:\n  - { address: \"127.0.0.1:");
        text.append(plan.gatewayPort()).append("\" }\nroutes:\n");
        for (Place place : plan.places()) {
            route(text, place.probe());
        }
        text.append("upstreams:\n");
        for (Place place : plan.places()) {
            upstream(text, place);
        }
        text.append("limits: { head-timeout: 1s, body-idle: 3s, send-stall: 1s, ");
        text.append("connections-per-client: 0 }\n");
        text.append("admin: { address: \"127.0.0.1:").append(plan.adminPort()).append("\" }\n");
        text.append("access-log: { to: \"").append(plan.accessLog());
        text.append("\", format: json }\n");
        text.append("resolver: { servers: [\"127.0.0.1:").append(plan.namesPort());
        text.append("\"] }\n");
        text.append("destinations: { deny: [\"169.254.0.0/16\", \"fe80::/10\", \"127.6.0.0/16\", ");
        text.append("\"::1/128\"] }\n");
        return text.toString();
    }

    private static void route(StringBuilder text, Probe probe) {
        text.append("  - { name: ").append(probe.id()).append(", match: { path: \"/");
        text.append(probe.id()).append("\" }, upstream: ").append(probe.id());
        new TreeMap<>(probe.route())
                .forEach((key, value) -> text.append(", ").append(key).append(": ").append(value));
        text.append(" }\n");
    }

    private static void upstream(StringBuilder text, Place place) {
        Map<String, String> settings = new TreeMap<>(DEFAULTS);
        settings.putAll(place.probe().upstream());
        text.append("  ").append(place.probe().id()).append(":\n    endpoints: [");
        text.append(
                place.endpoints().stream()
                        .map(endpoint -> '"' + endpoint + '"')
                        .collect(Collectors.joining(", ")));
        text.append("]\n");
        settings.forEach((key, value) ->
                text.append("    ").append(key).append(": ").append(value).append('\n'));
    }
}
