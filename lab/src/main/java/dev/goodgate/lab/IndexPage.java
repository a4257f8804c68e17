package dev.goodgate.lab;

import dev.goodgate.lab.scenario.Catalogue;
import dev.goodgate.lab.scenario.Expectation;
import dev.goodgate.lab.scenario.Lane;
import dev.goodgate.lab.scenario.Probe;
import dev.goodgate.lab.scenario.Row;
import dev.goodgate.lab.scenario.Rows;
import dev.goodgate.lab.scenario.Scenario;
import dev.goodgate.lab.serve.DemandStage;
import dev.goodgate.lab.serve.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The page at `/` of the lab: every fault, how to meet it, what a gateway must make of it. ASCII
/// only, so that one character is one octet.
final class IndexPage {
    private static final Map<String, String> FAMILIES = families();

    private static final String TOP =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Goodgate lab</title><style>
            :root{color-scheme:light dark;--line:#8884;--soft:#888;--tint:#8881}
            body{font:15px/1.5 system-ui,sans-serif;max-width:68rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.6rem;margin:0}h2{font-size:1.1rem;margin:2.2rem 0 .4rem}
            p{max-width:46rem}table{border-collapse:collapse;width:100%}
            td,th{text-align:left;vertical-align:top;padding:.35rem .6rem;border-top:1px solid var(--line)}
            th{font-weight:600;border:0}tr:hover td{background:var(--tint)}
            td:first-child{white-space:nowrap;font-weight:600}
            code{font:13px ui-monospace,monospace}.s{color:var(--soft)}
            .v{white-space:nowrap}</style></head><body>
            <h1>Goodgate lab</h1>
            <p>Faults on demand. Point a gateway at this address and ask it for <code>/C08/</code>: the
            upstream behind it behaves as that row says. The right column is what the client of a good
            gateway gets. Faults that need an address of their own name it; a resolver for
            <code>*.lab.test</code> listens on UDP and TCP.</p>
            """;

    private IndexPage() {}

    static String of(Plan plan) {
        var text = new StringBuilder(TOP);
        text.append("<p>Name server: <code>127.0.0.1:").append(plan.namesPort());
        text.append("</code></p>");
        FAMILIES.forEach((letter, title) -> family(text, plan, letter, title));
        return text.append("</body></html>\n").toString();
    }

    private static void family(StringBuilder text, Plan plan, String letter, String title) {
        text.append("<h2>").append(title).append("</h2><table><tr><th>id<th>fault<th>where");
        text.append("<th>must yield</tr>\n");
        for (Row row : Rows.ALL.values()) {
            if (row.id().startsWith(letter)) {
                text.append("<tr><td>").append(row.id()).append("<td>").append(safe(row.fault()));
                text.append("<br><span class=s>").append(safe(row.produce())).append("</span><td>");
                text.append(where(plan, row)).append("<td class=v>");
                text.append(outcome(row.expect())).append("</tr>\n");
            }
        }
        text.append("</table>");
    }

    private static String where(Plan plan, Row row) {
        return Catalogue.ALL.stream()
                .filter(s -> s.id().equals(row.id()))
                .findFirst()
                .map(scenario -> where(plan, scenario))
                .orElse("<span class=s>a benchmark</span>");
    }

    private static String where(Plan plan, Scenario scenario) {
        if (scenario.lane() == Lane.NAMESPACE) {
            return "<span class=s>in a namespace: <code>goodgate score</code></span>";
        }
        return scenario.probes().stream()
                .map(probe -> where(plan, probe))
                .collect(Collectors.joining("<br>"));
    }

    private static String where(Plan plan, Probe probe) {
        if (DemandStage.onDemand(probe).isPresent()) {
            return "<a href=\"/" + probe.id() + "/\">/" + probe.id() + "/</a>";
        }
        return plan.place(probe.id()).endpoints().stream()
                .map(endpoint -> "<code>" + safe(endpoint) + "</code>")
                .collect(Collectors.joining("<br>"));
    }

    private static String outcome(Expectation expected) {
        String status = expected.status() == null ? "" : expected.status() + " ";
        String body = Boolean.FALSE.equals(expected.complete()) ? "cut, visibly" : "";
        String symptom = expected.symptom() == null ? "" : expected.symptom();
        return status
                + body
                + "<br><code>"
                + symptom
                + "</code> <span class=s>"
                + (expected.hop() == null ? "" : expected.hop() + ", " + expected.phase())
                + "</span>";
    }

    private static String safe(String text) {
        return text.chars()
                .mapToObj(c ->
                        c == '<' || c == '&' || c == '"' || c > 126
                                ? "&#" + c + ";"
                                : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private static Map<String, String> families() {
        var families = new LinkedHashMap<String, String>();
        families.put("C", "The connection");
        families.put("D", "The resolver");
        families.put("H", "The response breaks a rule");
        families.put("B", "The body");
        families.put("M", "Late, slow or stuck");
        families.put("O", "The origin's own errors, and overload");
        families.put("R", "Connections used again");
        families.put("K", "Killed");
        families.put("X", "The client leaves");
        families.put("T", "TLS");
        families.put("Z", "Resources");
        return families;
    }
}
