package dev.goodgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Gateway;
import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.lab.config.LabConfig;
import dev.goodgate.lab.fault.Fault;
import dev.goodgate.lab.scenario.Catalogue;
import dev.goodgate.lab.scenario.Probe;
import dev.goodgate.lab.serve.Place;
import dev.goodgate.lab.serve.Plan;
import dev.goodgate.lab.serve.Site;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever fails, the public learns nothing of what is behind the gateway: every variant of every
/// scenario, the whole response searched for the upstream's name and address.
final class ExposeTest {
    private static final List<String> FORMS =
            List.of("text/html", "application/problem+json", "text/plain");
    private static final int LEAST_FAILURES = 60;

    @TempDir Path folder;

    @Test
    void no_public_answer_names_the_upstream_or_its_address() throws Exception {
        List<Probe> probes =
                Catalogue.ALL.stream()
                        .flatMap(scenario -> scenario.probes().stream())
                        .filter(probe -> !leavesThisMachine(probe))
                        .toList();
        Map<String, String> told = new TreeMap<>();
        Set<String> failed = new TreeSet<>();
        try (Site site = Site.anywhere(base -> new Plan(probes, base, folder), new Random());
                Gateway gateway = Gateway.start(() -> reading(site.plan()), _ -> {})) {
            Map<String, List<String>> secrets = secrets(site.plan());
            InetSocketAddress address = (InetSocketAddress) gateway.listeners().getFirst();
            LabQuestion.ask(address, questions(probes))
                    .forEach((question, answer) -> {
                        if (!answer.contains("\r\nGoodgate-Incident: ")) return;
                        failed.add(question.probe());
                        secrets.getOrDefault(question.probe(), List.of()).stream()
                                .filter(answer::contains)
                                .forEach(secret -> told.put(question.toString(), secret));
                    });
        }
        assertThat(told).isEmpty();
        assertThat(failed).hasSizeGreaterThan(LEAST_FAILURES);
    }

    /// Some addresses are unreachable in a namespace of their own only.
    private static boolean leavesThisMachine(Probe probe) {
        return probe.upstreams().stream().anyMatch(Fault.Elsewhere.class::isInstance);
    }

    /// Upstreams and routes get names that occur nowhere else.
    private static ConfigFile.Reading reading(Plan plan) {
        String yaml =
                LabConfig.forGateway(dev.goodgate.lab.config.Gateway.GOODGATE, plan)
                        .replace("to: \"" + plan.accessLog() + "\", format: json", "to: \"off\"")
                        .replaceAll("upstream: ([A-Z][^ ,}]*)", "upstream: hidden-$1")
                        .replaceAll("name: ([A-Z][^ ,}]*)", "name: hidden-$1")
                        .replaceAll("(?m)^  ([A-Z][A-Za-z0-9-]*):$", "  hidden-$1:");
        return ConfigFile.read("lab.yaml", yaml, Map.of());
    }

    private static List<LabQuestion> questions(List<Probe> probes) {
        List<LabQuestion> questions = new ArrayList<>();
        for (Probe probe : probes) {
            for (String form : FORMS) {
                questions.add(new LabQuestion(probe.id(), form, "en", "good.test"));
            }
        }
        return questions;
    }

    /// What must not be found, by probe: names, host, port, socket file.
    private static Map<String, List<String>> secrets(Plan plan) {
        Map<String, List<String>> secrets = new TreeMap<>();
        for (Place place : plan.places()) {
            Set<String> of = new TreeSet<>();
            of.add("hidden-");
            of.add("127.0.0.1");
            for (String endpoint : place.endpoints()) {
                URI uri = URI.create(endpoint);
                if (uri.getHost() == null) of.add(endpoint);
                else {
                    of.add(uri.getHost());
                    of.add(":" + uri.getPort());
                }
            }
            secrets.put(place.probe().id(), List.copyOf(of));
        }
        return secrets;
    }
}
