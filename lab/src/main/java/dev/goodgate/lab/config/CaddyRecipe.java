package dev.goodgate.lab.config;

import dev.goodgate.lab.serve.Place;
import dev.goodgate.lab.serve.Plan;

/// A Caddyfile as people write it.
final class CaddyRecipe implements Recipe {
    @Override
    public String write(Plan plan) {
        var text = new StringBuilder();
        text.append("# Leads Caddy to the lab of Goodgate.\n");
        text.append("{\n\tadmin off\n\tauto_https off\n");
        text.append("\tservers {\n\t\ttimeouts {\n\t\t\tread_header 1s\n\t\t\tidle 6s\n");
        text.append("\t\t}\n\t}\n}\n");
        text.append("http://127.0.0.1:").append(plan.gatewayPort());
        text.append(", http://:").append(plan.gatewayPort()).append(" {\n");
        text.append("\tbind 127.0.0.1\n");
        plan.places().forEach(place -> handle(text, plan, place));
        return text.append("}\n").toString();
    }

    private static void handle(StringBuilder text, Plan plan, Place place) {
        Tuning tuning = Tuning.of(place.probe());
        text.append("\thandle /").append(place.probe().id()).append("/* {\n");
        text.append("\t\treverse_proxy");
        for (String endpoint : place.endpoints()) {
            text.append(' ').append(endpoint.replace("unix:", "unix/"));
        }
        text.append(" {\n\t\t\tlb_retries 2\n\t\t\ttransport http {\n");
        text.append("\t\t\t\tdial_timeout ").append(tuning.connect()).append('\n');
        text.append("\t\t\t\tresponse_header_timeout ").append(tuning.read()).append('\n');
        text.append("\t\t\t\tread_timeout ").append(tuning.read()).append('\n');
        text.append("\t\t\t\twrite_timeout ").append(tuning.write()).append('\n');
        text.append("\t\t\t\tresolvers 127.0.0.1:").append(plan.namesPort()).append('\n');
        text.append("\t\t\t}\n\t\t}\n\t}\n");
    }
}
