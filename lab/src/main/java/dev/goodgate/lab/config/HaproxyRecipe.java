package dev.goodgate.lab.config;

import dev.goodgate.lab.serve.Place;
import dev.goodgate.lab.serve.Plan;

/// A configuration of HAProxy as people write it: retries on another server, connections reused.
final class HaproxyRecipe implements Recipe {
    @Override
    public String write(Plan plan) {
        var text = new StringBuilder();
        text.append("# Leads HAProxy to the lab of Goodgate.\n");
        text.append("global\n  nbthread 1\n  maxconn 4096\n");
        text.append("defaults\n  mode http\n  timeout connect 300ms\n  timeout client 3s\n");
        text.append("  timeout server 6s\n  timeout http-request 1s\n");
        text.append("  timeout http-keep-alive 6s\n  retries 2\n  option redispatch\n");
        text.append("  http-reuse always\n");
        text.append("resolvers lab\n  nameserver lab 127.0.0.1:").append(plan.namesPort());
        text.append("\n  timeout resolve 500ms\n  timeout retry 200ms\n  hold valid 1s\n");
        text.append("  accepted_payload_size 8192\n");
        text.append("frontend lab\n  bind 127.0.0.1:").append(plan.gatewayPort()).append('\n');
        for (Place place : plan.places()) {
            text.append("  use_backend ").append(place.probe().id());
            text.append(" if { path_beg /").append(place.probe().id()).append("/ }\n");
        }
        plan.places().forEach(place -> backend(text, place));
        return text.toString();
    }

    private static void backend(StringBuilder text, Place place) {
        Tuning tuning = Tuning.of(place.probe());
        text.append("backend ").append(place.probe().id()).append('\n');
        text.append("  timeout connect ").append(tuning.connect());
        text.append("\n  timeout server ").append(tuning.read());
        text.append("\n  timeout queue ").append(tuning.queue()).append('\n');
        int number = 0;
        for (String endpoint : place.endpoints()) {
            text.append("  server s").append(number++).append(' ');
            text.append(endpoint.replace("http://", "").replace("unix:", "unix@"));
            text.append(" maxconn ").append(tuning.connections());
            if (endpoint.contains(Plan.ZONE)) {
                text.append(" resolvers lab init-addr none");
            }
            text.append('\n');
        }
    }
}
