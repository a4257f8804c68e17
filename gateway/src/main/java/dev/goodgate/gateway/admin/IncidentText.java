package dev.goodgate.gateway.admin;

import java.util.List;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/// One incident for a person at a terminal.
final class IncidentText {
    private IncidentText() {}

    static String of(JsonNode incident, Sheet sheet) {
        sheet.title((text(incident, "status") + " " + text(incident, "symptom")).strip());
        if (incident.has("details")) sheet.line(text(incident, "details"));
        sheet.heading("Where");
        for (String member : List.of("hop", "phase", "id", "time", "like", "requestId")) {
            sheet.fact(member, text(incident, member));
        }
        String target = text(incident, "method") + " " + text(incident, "path");
        sheet.fact("request", (target + " " + text(incident, "protocol")).strip());
        for (String member :
                List.of("host", "listener", "route", "upstream", "endpoint", "retry", "tcpInfo")) {
            sheet.fact(member, text(incident, member));
        }
        for (String member : List.of("addresses", "octets", "connection", "proxyStatus")) {
            sheet.fact(member, members(incident.path(member)));
        }
        causes(sheet, incident.path("causes"));
        list(sheet, "Timeline", incident.path("timeline"));
        list(sheet, "Attempts", incident.path("attempts"));
        list(sheet, "Evidence", incident.path("evidence"));
        list(sheet, "Observations", incident.path("observations"));
        heads(sheet, incident.path("heads"));
        return sheet.toString();
    }

    private static void causes(Sheet sheet, JsonNode causes) {
        if (causes.isEmpty()) return;
        sheet.heading("Why, and what to do");
        for (JsonNode cause : causes) {
            sheet.line(text(cause, "title") + " (" + text(cause, "confidence") + ")");
            for (JsonNode remedy : cause.path("remedies")) {
                sheet.item(text(remedy, "audience") + ": " + text(remedy, "text"));
                if (remedy.has("command")) sheet.code(text(remedy, "command"));
            }
        }
    }

    private static void list(Sheet sheet, String heading, JsonNode items) {
        if (items.isEmpty()) return;
        sheet.heading(heading);
        for (JsonNode item : items) {
            if (item.has("mark")) {
                sheet.item(
                        String.format(
                                "%,12d µs  %s", item.path("micros").asLong(0), text(item, "mark")));
            } else {
                sheet.item(item.isObject() ? members(item) : item.asString(""));
            }
        }
    }

    private static void heads(Sheet sheet, JsonNode heads) {
        for (String side : List.of("request", "response")) {
            if (!heads.has(side)) continue;
            sheet.heading("Head of the " + side + ", redacted");
            sheet.code(text(heads, side));
        }
    }

    private static String members(JsonNode object) {
        var text = new StringJoiner(", ");
        object.properties()
                .forEach(each -> {
                    JsonNode value = each.getValue();
                    String shown = value.isValueNode() ? value.asString("") : value.toString();
                    text.add(each.getKey() + " " + shown);
                });
        return text.toString();
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asString("");
    }
}
