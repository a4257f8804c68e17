package dev.goodgate.gateway.admin;

import dev.goodgate.gateway.record.Incidents;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One incident for a person: what happened and where, why probably, what to do, and the evidence.
final class IncidentPage {
    /// The way of a request, with the hops that belong to each station.
    private static final List<Map.Entry<String, List<String>>> STATIONS =
            List.of(
                    Map.entry("visitor", List.of("visitor", "access")),
                    Map.entry("gateway", List.of("gateway")),
                    Map.entry("resolver", List.of("resolver")),
                    Map.entry("path", List.of("path")),
                    Map.entry("application", List.of("upstream", "dependency")));

    private IncidentPage() {}

    static Reply of(Incidents.Found found) {
        return switch (found) {
            case Incidents.Found.Held(var json) -> Reply.html(200, page(Json.tree(json)));
            case Incidents.Found.Gone(var age) ->
                    Reply.html(
                            410,
                            words(
                                    "The incident is gone",
                                    "Its id was made "
                                            + Ages.text(age)
                                            + " ago; memory holds only younger ones. Its access"
                                            + " log line has symptom, hop and phase."));
            case Incidents.Found.Unknown() ->
                    Reply.html(
                            404,
                            words(
                                    "No such incident",
                                    "No incident has this id. An id has 20 characters, as the"
                                            + " error page shows it."));
        };
    }

    private static String words(String title, String sentence) {
        Page page = new Page(title);
        top(page, title);
        return page.markup("<section>").element("p", sentence).markup("</section></main>").end();
    }

    private static void top(Page page, String title) {
        page.markup("<header><h1>").text(title).markup("</h1>");
        page.markup("<span class=\"end\"><a href=\"/\">all incidents</a></span></header><main>");
    }

    private static String page(JsonNode incident) {
        String title = (text(incident, "status") + " " + text(incident, "symptom")).strip();
        Page page = new Page(title);
        top(page, title);
        facts(page, incident);
        causes(page, incident.path("causes"));
        timeline(page, incident.path("timeline"));
        attempts(page, incident.path("attempts"));
        evidence(page, incident);
        heads(page, incident.path("heads"));
        return page.markup("</main>").end();
    }

    private static void facts(Page page, JsonNode incident) {
        page.markup("<section>");
        if (incident.has("hop")) way(page, text(incident, "hop"), text(incident, "phase"));
        if (incident.has("like")) {
            String like = text(incident, "like");
            page.markup("<p>One of many like it at that moment; the full record is <a href=\"");
            page.text("/incidents/" + like).markup("\">").text(like).markup("</a>.</p>");
        }
        if (incident.has("details")) page.element("p", text(incident, "details"));
        page.markup("<dl>");
        for (String member :
                List.of("id", "time", "requestId", "listener", "route", "upstream", "endpoint")) {
            page.fact(member, text(incident, member));
        }
        String target = text(incident, "method") + " " + text(incident, "path");
        page.fact("request", (target + " " + text(incident, "protocol")).strip());
        for (String member : List.of("host", "retry", "tcpInfo")) {
            page.fact(member, text(incident, member));
        }
        members(page, "address", incident.path("addresses"));
        members(page, "octets", incident.path("octets"));
        members(page, "connection", incident.path("connection"));
        members(page, "Proxy-Status", incident.path("proxyStatus"));
        page.markup("</dl><p><a href=\"/api/incidents/").text(text(incident, "id"));
        page.markup("\">the same as JSON</a></p></section>");
    }

    private static void members(Page page, String what, JsonNode object) {
        object.properties()
                .forEach(each -> page.fact(what + " " + each.getKey(), value(each.getValue())));
    }

    /// Visitor, gateway, application, with the failing one marked.
    private static void way(Page page, String hop, String phase) {
        page.markup("<ul class=\"path\">");
        boolean first = true;
        for (var station : STATIONS) {
            boolean failing = station.getValue().contains(hop);
            boolean always =
                    List.of("visitor", "gateway", "application").contains(station.getKey());
            if (!failing && !always) continue;
            if (!first) page.markup("<li class=\"leg\">—</li>");
            first = false;
            page.markup(failing ? "<li class=\"bad\">" : "<li>");
            page.text(failing ? station.getKey() + ": failed in phase " + phase : station.getKey());
            page.markup("</li>");
        }
        page.markup("</ul>");
    }

    private static void causes(Page page, JsonNode causes) {
        if (causes.isEmpty()) return;
        page.markup("<section><h2>Why, and what to do</h2>");
        for (JsonNode cause : causes) {
            page.markup("<h3>").text(text(cause, "title")).markup(" ");
            page.tag("warn", text(cause, "confidence")).markup("</h3><ul>");
            for (JsonNode remedy : cause.path("remedies")) {
                page.markup("<li>").text(text(remedy, "text"));
                page.markup(" <span class=\"soft\">(").text(text(remedy, "audience"));
                page.markup(")</span>");
                String command = text(remedy, "command");
                if (!command.isEmpty()) page.markup("<br>").element("code", command);
                page.markup("</li>");
            }
            page.markup("</ul>");
        }
        page.markup("</section>");
    }

    private static void timeline(Page page, JsonNode timeline) {
        if (timeline.isEmpty()) return;
        long end = 1;
        for (JsonNode mark : timeline) end = Math.max(end, mark.path("micros").asLong(0));
        page.markup("<section><h2>Timeline</h2><table><tbody>");
        long before = 0;
        for (JsonNode mark : timeline) {
            long micros = mark.path("micros").asLong(0);
            page.markup("<tr>").element("td", text(mark, "mark"));
            page.markup("<td class=\"n\">").text(String.format("%,d µs", micros));
            page.markup("</td><td style=\"width:55%\"><div class=\"track\"><div style=\"width:");
            page.markup((micros - before) * 100 / end + "%;margin-left:" + before * 100 / end);
            page.markup("%\"></div></div></td></tr>");
            before = micros;
        }
        page.markup("</tbody></table></section>");
    }

    private static void attempts(Page page, JsonNode attempts) {
        if (attempts.isEmpty()) return;
        page.markup("<section><h2>Attempts</h2><table><thead><tr><th>Address</th><th>Seen</th>")
                .markup("<th class=\"n\">Micros</th><th class=\"n\">Sent</th>")
                .markup("<th class=\"n\">Received</th><th>Connection</th></tr></thead><tbody>");
        for (JsonNode attempt : attempts) {
            page.markup("<tr><td class=\"mono\">").text(text(attempt, "address"));
            page.markup("</td><td>");
            page.text(
                    attempt.has("symptom")
                            ? text(attempt, "symptom") + " in " + text(attempt, "phase")
                            : "answered " + text(attempt, "status"));
            page.markup("</td>");
            for (String member : List.of("micros", "sentBytes", "receivedBytes")) {
                page.markup("<td class=\"n\">").text(text(attempt, member)).markup("</td>");
            }
            page.element("td", attempt.path("reused").asBoolean(false) ? "reused" : "new");
            page.markup("</tr>");
        }
        page.markup("</tbody></table></section>");
    }

    private static void evidence(Page page, JsonNode incident) {
        JsonNode evidence = incident.path("evidence");
        if (evidence.isEmpty() && incident.path("observations").isEmpty()) return;
        page.markup("<section><h2>Evidence</h2><ul>");
        for (JsonNode each : evidence) {
            page.markup("<li>").tag("warn", text(each, "kind")).markup(" <code>");
            each.properties().stream()
                    .filter(member -> !member.getKey().equals("kind"))
                    .forEach(member -> {
                        page.text(member.getKey()).markup(" ");
                        page.text(value(member.getValue())).markup("&ensp;");
                    });
            page.markup("</code></li>");
        }
        for (JsonNode each : incident.path("observations")) {
            page.element("li", "observed " + each.asString(""));
        }
        page.markup("</ul></section>");
    }

    private static void heads(Page page, JsonNode heads) {
        if (heads.isEmpty()) return;
        page.markup("<section><h2>Heads, redacted</h2>");
        for (String side : List.of("request", "response")) {
            if (!heads.has(side)) continue;
            page.element("h3", side).element("pre", text(heads, side).stripTrailing());
        }
        page.markup("</section>");
    }

    private static String value(JsonNode value) {
        return value.isValueNode() ? value.asString("") : value.toString();
    }

    private static String text(JsonNode object, String member) {
        return IndexPage.text(object, member);
    }
}
