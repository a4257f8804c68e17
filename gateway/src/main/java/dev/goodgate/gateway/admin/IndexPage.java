package dev.goodgate.gateway.admin;

import dev.goodgate.gateway.config.SettingsText;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The one plain page at `/`: incidents, upstreams, configuration in force.
final class IndexPage {
    private static final int NEWEST = 50;

    private IndexPage() {}

    static String of(Views views) {
        Page page = new Page("Goodgate");
        page.markup("<header><h1>Goodgate</h1>");
        switch (views.readiness().get()) {
            case Readiness.Ready() -> page.tag("good", "ready");
            case Readiness.NotReady(var reason) -> page.tag("bad", "not ready: " + reason);
        }
        page.markup(
                "<span class=\"end\"><a href=\"/metrics\">metrics</a> · <a"
                        + " href=\"/api/incidents\">incidents as JSON</a></span></header><main>");
        incidents(page, views);
        upstreams(page, views.upstreams().get());
        page.markup(
                "<section><h2>Configuration in force</h2><p>Every key, defaults included;"
                        + " secrets hidden. <a href=\"/api/config\">As JSON</a>.</p><pre>");
        page.text(SettingsText.of(views.settings().get()));
        return page.markup("</pre></section></main>").end();
    }

    private static void incidents(Page page, Views views) {
        List<String> newest = views.incidents().newest(NEWEST);
        page.markup("<section><h2>Incidents</h2>");
        if (newest.isEmpty()) {
            page.markup("<p class=\"soft\">Nothing has failed since the start.</p></section>");
            return;
        }
        page.markup("<table><thead><tr><th>Time (UTC)</th><th>Status</th><th>Symptom</th>")
                .markup("<th>Hop, phase</th><th>Request</th><th>Upstream</th><th>Incident</th>")
                .markup("</tr></thead><tbody>");
        newest.forEach(json -> row(page, Json.tree(json)));
        page.markup("</tbody></table>");
        int held = views.incidents().held();
        if (held > newest.size()) {
            page.markup("<p class=\"soft\">")
                    .text("The newest " + newest.size() + " of " + held + " in memory.")
                    .markup("</p>");
        }
        page.markup("</section>");
    }

    private static void row(Page page, JsonNode incident) {
        String id = text(incident, "id");
        page.markup("<tr><td class=\"mono\">").text(time(text(incident, "time")));
        page.markup("</td><td>").text(incident.path("status").asString(""));
        page.markup("</td><td>").tag("bad", text(incident, "symptom"));
        page.markup("</td><td>").text(pair(text(incident, "hop"), ", ", text(incident, "phase")));
        page.markup("</td><td><code>")
                .text(
                        pair(
                                text(incident, "method"),
                                " ",
                                text(incident, "host") + text(incident, "path")));
        page.markup("</code></td><td>").text(text(incident, "upstream"));
        page.markup("</td><td class=\"mono\"><a href=\"/incidents/").text(id).markup("\">");
        page.text(id).markup("</a></td></tr>");
    }

    private static void upstreams(Page page, List<UpstreamState> upstreams) {
        page.markup("<section><h2>Upstreams</h2>");
        if (upstreams.isEmpty()) {
            page.markup("<p class=\"soft\">The configuration names none.</p></section>");
            return;
        }
        page.markup("<table><thead><tr><th>Upstream</th><th>Endpoint</th><th>State</th>")
                .markup("<th>Addresses</th><th class=\"n\">Busy</th><th class=\"n\">Idle</th>")
                .markup(
                        "<th class=\"n\">Limit</th><th class=\"n\">Waiting</th></tr></thead><tbody>");
        for (UpstreamState upstream : upstreams) {
            for (var endpoint : upstream.endpoints()) {
                page.markup("<tr>").element("td", upstream.name()).markup("<td><code>");
                page.text(endpoint.url()).markup("</code></td><td>");
                state(page, endpoint);
                page.markup("</td><td class=\"mono\">");
                page.text(String.join(" ", endpoint.addresses())).markup("</td>");
                number(page, endpoint.busy());
                number(page, endpoint.idle());
                number(page, endpoint.maxConnections());
                number(page, upstream.waiting());
                page.markup("</tr>");
            }
        }
        page.markup("</tbody></table></section>");
    }

    private static void state(Page page, UpstreamState.EndpointState endpoint) {
        switch (endpoint.state()) {
            case UP -> page.tag("good", "up");
            case EJECTED -> page.tag("bad", "ejected");
            case DRAINING -> page.tag("warn", "draining");
        }
        page.markup(" ").text(endpoint.reason());
    }

    private static void number(Page page, int number) {
        page.markup("<td class=\"n\">" + number + "</td>");
    }

    static String text(JsonNode object, String member) {
        return object.path(member).asString("");
    }

    private static String pair(String first, String between, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + between + second;
    }

    /// `2026-11-22 03:00:00` of `2026-11-22T03:00:00.123Z`.
    private static String time(String iso) {
        return iso.length() < 19 ? iso : iso.substring(0, 19).replace('T', ' ');
    }
}
