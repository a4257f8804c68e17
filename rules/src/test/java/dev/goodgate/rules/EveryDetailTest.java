package dev.goodgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the gateway says of a failure in one sentence can be said in every language: each sentence
/// stands in `details.properties`.
class EveryDetailTest {
    /// A call that takes such a sentence, up to the first literals in it.
    private static final Pattern CALL =
            Pattern.compile(
                    "(?:Trouble\\.of|Finding\\.broken|Refusal\\.gateway|ConnectErrors\\.of|Evidence\\.Note"
                            + "|new Refusal|refuse|timeout|failure|Malformed|Failed)"
                            + "\\((?:[^\"();]|\\(\\))*\"([^\"]* [^\"]*)\"(?:\\s*:\\s*\"([^\"]*)\")?");

    @Test
    void every_sentence_of_the_gateway_can_be_translated() throws IOException {
        Set<String> sentences = new TreeSet<>();
        for (String room : new String[] {"dns", "upstream", "policy", "exchange"}) {
            Path folder =
                    Repository.ROOT.resolve("gateway/src/main/java/dev/goodgate/gateway", room);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    CALL.matcher(Files.readString(file)).results().forEach(f -> add(f, sentences));
                }
            }
        }
        assertThat(sentences).hasSizeGreaterThan(35);
        assertThat(sentences).allMatch(Sentences.details()::known);
    }

    @ParameterizedTest
    @EnumSource(
            value = Symptom.class,
            names = {"CONNECT_.*", "RESPONSE_RESET"},
            mode = EnumSource.Mode.MATCH_ANY)
    void what_a_failed_connect_means_can_be_translated(Symptom symptom) {
        if (symptom == Symptom.CONNECT_PROHIBITED) return; // which says a sentence of its own
        assertThat(Sentences.details().known(symptom.meaning())).isTrue();
    }

    private static void add(MatchResult found, Set<String> sentences) {
        sentences.add(found.group(1));
        if (found.group(2) != null) sentences.add(found.group(2));
    }
}
