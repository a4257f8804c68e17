package dev.goodgate.lab.config;

import dev.goodgate.lab.serve.Place;
import dev.goodgate.lab.serve.Plan;

/// A configuration of nginx as people write it: keep-alive to upstreams, next upstream on errors.
final class NginxRecipe implements Recipe {
    @Override
    public String write(Plan plan) {
        var text = new StringBuilder();
        text.append("# Leads nginx to the lab of Goodgate.\n");
        text.append("user root;\ndaemon off;\nmaster_process off;\npid ").append(plan.folder());
        text.append("/nginx.pid;\nerror_log ").append(plan.folder()).append("/error.log;\n");
        text.append("events { worker_connections 4096; }\nhttp {\n");
        for (String kind : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
            text.append("  ").append(kind).append("_temp_path ").append(plan.folder());
            text.append('/').append(kind).append(";\n");
        }
        text.append("  access_log ").append(plan.folder()).append("/access.log;\n");
        text.append("  client_header_timeout 1s;\n  client_body_timeout 3s;\n");
        text.append("  send_timeout 1s;\n  client_max_body_size 8g;\n");
        text.append("  resolver 127.0.0.1:").append(plan.namesPort());
        text.append(" valid=1s ipv6=off;\n  resolver_timeout 500ms;\n");
        text.append("  map $http_upgrade $lab_connection { default upgrade; '' ''; }\n");
        plan.places().stream().filter(p -> !named(p)).forEach(p -> upstream(text, p));
        text.append("  server {\n    listen 127.0.0.1:").append(plan.gatewayPort());
        text.append(";\n    proxy_http_version 1.1;\n");
        text.append("    proxy_set_header Host $host;\n");
        text.append("    proxy_set_header Connection $lab_connection;\n");
        text.append("    proxy_set_header Upgrade $http_upgrade;\n");
        plan.places().forEach(place -> location(text, place));
        return text.append("  }\n}\n").toString();
    }

    private static void upstream(StringBuilder text, Place place) {
        String most = Tuning.of(place.probe()).connections();
        text.append("  upstream ").append(place.probe().id()).append(" {\n");
        for (String endpoint : place.endpoints()) {
            text.append("    server ").append(endpoint.replace("http://", ""));
            text.append(" max_conns=").append(most).append(";\n");
        }
        text.append("    keepalive 512;\n  }\n");
    }

    private static void location(StringBuilder text, Place place) {
        Tuning tuning = Tuning.of(place.probe());
        text.append("    location /").append(place.probe().id()).append("/ {\n");
        text.append("      proxy_connect_timeout ").append(tuning.connect());
        text.append("; proxy_read_timeout ").append(tuning.read());
        text.append("; proxy_send_timeout ").append(tuning.write()).append(";\n");
        if (named(place)) {
            text.append("      set $lab_upstream \"").append(place.endpoints().getFirst());
            text.append("\";\n      proxy_pass $lab_upstream;\n");
        } else {
            text.append("      proxy_pass http://").append(place.probe().id()).append(";\n");
        }
        text.append("    }\n");
    }

    private static boolean named(Place place) {
        return place.endpoints().getFirst().contains(Plan.ZONE);
    }
}
