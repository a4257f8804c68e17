package dev.goodgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Gateway;
import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.lab.config.LabConfig;
import dev.goodgate.lab.scenario.Catalogue;
import dev.goodgate.lab.scenario.Lane;
import dev.goodgate.lab.scenario.Probe;
import dev.goodgate.lab.serve.Plan;
import dev.goodgate.lab.serve.Site;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every fault of the lab, carried by a real gateway, ends in a page that is whole, in each
/// language, for the public and for the operator.
final class LabPagesTest {
    private static final Map<String, String> LANGUAGES =
            Map.of("en-GB", "en", "ru", "ru", "zh-CN", "zh-Hans", "es-MX", "es");
    private static final int LONGEST_PAGE = 14 << 10;
    private static final Pattern LEFT =
            Pattern.compile(
                    "(?<![%$])\\{\\{?(?!end)[a-z_]+}|, plural,|[>\" ](page|hop|phase|evidence|cause)\\.[a-z_]+<");

    @TempDir Path folder;

    @Test
    void every_failure_becomes_a_whole_page_in_every_language() throws Exception {
        List<Probe> probes =
                Catalogue.ALL.stream()
                        .filter(scenario -> scenario.lane() == Lane.SHARED)
                        .flatMap(scenario -> scenario.probes().stream().limit(1))
                        .toList();
        Map<String, String> wrong = new ConcurrentSkipListMap<>();
        Map<String, Integer> pages = new TreeMap<>();
        try (Site site = Site.anywhere(base -> new Plan(probes, base, folder), new Random());
                Gateway gateway = Gateway.start(() -> reading(site.plan()), _ -> {})) {
            InetSocketAddress address = (InetSocketAddress) gateway.listeners().getFirst();
            Map<LabQuestion, String> answers = LabQuestion.ask(address, questions(probes));
            answers.forEach((question, answer) -> {
                if (!answer.contains("\r\nGoodgate-Incident: ")) return;
                pages.merge(question.language(), 1, Integer::sum);
                String fault = judge(question, answer);
                if (!fault.isEmpty()) wrong.put(question.toString(), fault);
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(pages.keySet()).containsExactlyInAnyOrderElementsOf(LANGUAGES.keySet());
        assertThat(pages.values()).allMatch(count -> count >= 40);
    }

    private static ConfigFile.Reading reading(Plan plan) {
        String yaml =
                LabConfig.forGateway(dev.goodgate.lab.config.Gateway.GOODGATE, plan)
                        .replace("to: \"" + plan.accessLog() + "\", format: json", "to: \"off\"");
        return ConfigFile.read("lab.yaml", yaml, Map.of());
    }

    private static List<LabQuestion> questions(List<Probe> probes) {
        List<LabQuestion> questions = new ArrayList<>();
        for (Probe probe : probes) {
            for (String language : LANGUAGES.keySet()) {
                for (String host : List.of("localhost", "good.test")) {
                    questions.add(new LabQuestion(probe.id(), "text/html", language, host));
                }
            }
        }
        return questions;
    }

    private static String judge(LabQuestion question, String answer) {
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        String shown = body.replaceAll("(?s)<(style|script)>.*?</\\1>", "");
        String tag = LANGUAGES.getOrDefault(question.language(), "");
        if (!body.contains("<html lang=\"" + tag + "\">")) return "not in " + tag;
        if (!body.endsWith("</html>\n")) return "cut off";
        if (body.getBytes(StandardCharsets.UTF_8).length > LONGEST_PAGE) return "too long";
        String unslotted = shown.replaceAll("data-text=\"[^\"]*\"", "");
        var left = LEFT.matcher(unslotted);
        if (left.find()) return "left over: " + left.group();
        boolean open = shown.contains("goodgate incident ");
        if (question.host().equals("good.test") && (open || shown.contains("127.0.0.1"))) {
            return "tells the public too much";
        }
        return question.host().equals("localhost") && !open ? "tells the operator too little" : "";
    }
}
