package dev.goodgate.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.fingerprint.Identifier;
import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Fault;
import dev.goodgate.lab.fault.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The lab's upstreams answer as no product does, so none may be found in what they send.
final class LabPagesTest {
    private static final int MOST_TIMES = 100;

    @Test
    void no_answer_of_the_lab_is_taken_for_a_product() {
        int pages = 0;
        for (Scenario scenario : Catalogue.ALL) {
            for (Probe probe : scenario.probes()) {
                for (String page : pages(probe)) {
                    var found = Identifier.identify(page.getBytes(StandardCharsets.ISO_8859_1));
                    found.ifPresent(
                            one -> assertThat(one.best()).as(scenario.id() + page).isEmpty());
                    pages++;
                }
            }
        }
        assertThat(pages).isGreaterThan(50);
    }

    private static List<String> pages(Probe probe) {
        List<String> pages = new ArrayList<>();
        for (Fault fault : probe.upstreams()) {
            for (Dialogue dialogue : dialogues(fault)) {
                String sent = sent(dialogue);
                if (!sent.isEmpty()) pages.add(sent);
            }
        }
        return pages;
    }

    private static List<Dialogue> dialogues(Fault fault) {
        return switch (fault) {
            case Fault.Plays(var connections, int _) -> connections;
            case Fault.Mortal(var dialogue) -> List.of(dialogue);
            case Fault.Named(var _, var _, var dialogue) -> List.of(dialogue);
            default -> List.of();
        };
    }

    private static String sent(Dialogue dialogue) {
        StringBuilder sent = new StringBuilder();
        for (Step step : dialogue.steps()) {
            switch (step) {
                case Step.Send(var octets) -> sent.append(octets);
                case Step.Drip(var octets, var _) -> sent.append(octets);
                case Step.Flood(var octets, int times) ->
                        sent.repeat(octets, Math.min(times, MOST_TIMES));
                default -> {}
            }
        }
        return sent.toString();
    }
}
