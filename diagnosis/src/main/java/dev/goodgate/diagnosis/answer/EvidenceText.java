package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.text.Sentences;
import dev.goodgate.diagnosis.text.Texts;
import java.util.Locale;
import java.util.Map;

/// One observation as a line for operators. Technical words stay as they are in every language.
public final class EvidenceText {
    private EvidenceText() {}

    /// The line, not escaped for any format.
    public static String of(Evidence evidence, Texts texts) {
        return switch (evidence) {
            case Evidence.Errno(var name, var call) ->
                    texts.text("evidence.errno", Map.of("name", name, "call", call));
            case Evidence.RuleBroken broken -> rule(broken, texts);
            case Evidence.DnsAnswer answer -> answer(answer, texts);
            case Evidence.LimitReached(var key, var limit) ->
                    texts.text("evidence.limit", Map.of("key", key, "limit", limit));
            case Evidence.Closed(var by, var how) ->
                    texts.text(
                            "evidence.closed",
                            Map.of("hop", texts.text("hop." + by.id()), "how", how.name()));
            case Evidence.ReceivedStatus(int status) ->
                    texts.text("evidence.status", Map.of("status", Integer.toString(status)));
            case Evidence.ConnectionAge(var age) ->
                    texts.text("evidence.connection", Map.of("age", age(age, texts)));
            case Evidence.Endpoint(var url, var place) ->
                    texts.text(
                            place.isEmpty() ? "evidence.endpoint" : "evidence.endpoint_at",
                            Map.of("url", url, "place", place));
            case Evidence.Software(var name) ->
                    texts.text("evidence.software", Map.of("name", name));
            case Evidence.LogLine(var source, var text) -> source + ": " + text;
            case Evidence.ProcessEnded(var process, var how) ->
                    texts.text(
                            "evidence.process_" + how.name().toLowerCase(Locale.ROOT),
                            Map.of("name", process.isEmpty() ? "?" : process));
            case Evidence.Probe(var finding, var detail) -> probe(finding, detail, texts);
            case Evidence.Note(var text) -> Sentences.details().in(text, texts);
        };
    }

    private static String probe(Evidence.Probe.Finding finding, String detail, Texts texts) {
        String found = texts.text("evidence.probe_" + finding.name().toLowerCase(Locale.ROOT));
        return detail.isEmpty() ? found : texts.aside(found, detail);
    }

    /// `fresh`, or `reused after 4.2 s idle`.
    static String age(Evidence.Age age, Texts texts) {
        return switch (age) {
            case Evidence.Age.Fresh() -> texts.text("page.fresh");
            case Evidence.Age.Reused(var idle) -> {
                String seconds = texts.numbers().decimal(idle.toMillis() / 1e3, 1);
                yield texts.text("page.reused", Map.of("seconds", seconds));
            }
        };
    }

    private static String rule(Evidence.RuleBroken broken, Texts texts) {
        return texts.text(
                "evidence.rule",
                Map.of(
                        "rule", broken.rule(),
                        "section", broken.section(),
                        "offset", broken.offset(),
                        "octets", broken.octets()));
    }

    private static String answer(Evidence.DnsAnswer answer, Texts texts) {
        boolean none = answer.addresses().isEmpty();
        String source = answer.source().name().toLowerCase(Locale.ROOT);
        Map<String, Object> values =
                Map.of(
                        "name", answer.name(),
                        "answer", none ? answer.rcode() : texts.list(answer.addresses()),
                        "source", texts.text("evidence.dns_" + source));
        return texts.text("evidence.dns", values);
    }
}
