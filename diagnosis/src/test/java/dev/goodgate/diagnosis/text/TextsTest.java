package dev.goodgate.diagnosis.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.cause.Audience;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reads the files themselves: a text that is missing falls back at run time, so nothing else would
/// notice.
class TextsTest {
    private static final Properties TEXTS = Texts.read("texts.properties");
    private static final Properties ADVICE = Texts.read("advice.properties");

    /// Statuses of DESIGN section 1 whose texts differ from their symptom's own.
    private static final Set<String> VARIANTS =
            Set.of(
                    "route.none.421",
                    "client.bad_request.405",
                    "client.bad_request.417",
                    "client.bad_request.421",
                    "client.bad_request.501",
                    "client.bad_request.505",
                    "client.too_large.414",
                    "client.too_large.431");

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void every_symptom_has_its_texts(Symptom symptom) {
        assertThat(TEXTS.stringPropertyNames())
                .contains(
                        "symptom." + symptom.id() + ".title",
                        "symptom." + symptom.id() + ".visitor",
                        "symptom." + symptom.id() + ".operator");
        assertThat(ADVICE.stringPropertyNames()).contains(symptom.id());
    }

    @Test
    void every_text_belongs_to_something() {
        Set<String> known = new TreeSet<>();
        for (String symptom : symptoms()) {
            for (String part : List.of("title", "visitor", "operator")) {
                known.add("symptom." + symptom + "." + part);
            }
        }
        add(known, "hop.", Hop.values(), Hop::id);
        add(known, "phase.", Phase.values(), Phase::id);
        add(known, "audience.", Audience.values(), Audience::id);
        add(
                known,
                "confidence.",
                Cause.Confidence.values(),
                c -> c.name().toLowerCase(Locale.ROOT));
        assertThat(TEXTS.stringPropertyNames())
                .containsAll(known)
                .allMatch(key ->
                        known.contains(key) || key.matches("(page|incident|advice|list)\\..+"));
    }

    @Test
    void every_symptom_gets_one_to_three_pieces_of_advice_that_exist() {
        assertThat(ADVICE.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(symptoms());
        Set<String> used = new TreeSet<>();
        for (String symptom : symptoms()) {
            List<String> ids = List.of(ADVICE.getProperty(symptom).split(" ", -1));
            assertThat(ids).hasSizeBetween(1, 3).doesNotHaveDuplicates();
            ids.forEach(id -> used.add("advice." + id));
        }
        assertThat(used)
                .isEqualTo(
                        TEXTS.stringPropertyNames().stream()
                                .filter(key -> key.startsWith("advice."))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void titles_are_short_and_sentences_end() {
        for (String key : TEXTS.stringPropertyNames()) {
            // Punctuation begins or ends with a space where the language wants one.
            if (key.startsWith("list.")) continue;
            String text = TEXTS.getProperty(key);
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
            if (key.endsWith(".title")) {
                assertThat(text).as(key).hasSizeLessThan(60).doesNotEndWith(".");
            }
            if (key.endsWith(".visitor") && key.startsWith("symptom.")) {
                assertThat(text).as(key).hasSizeLessThan(160).endsWith(".");
            }
            if (key.matches("symptom\\..+\\.operator|advice\\..+")) {
                assertThat(text).as(key).hasSizeLessThan(160).endsWith(".");
            }
        }
    }

    @Test
    void visitors_are_spared_the_words_of_the_trade() {
        Pattern trade =
                Pattern.compile(
                        "(?i)\\b(upstream|TCP|TLS|SSL|DNS|octets?|timeout|proxy error|socket|HTTP/1)\\b");
        for (String key : TEXTS.stringPropertyNames()) {
            if (!key.endsWith(".title") && !key.endsWith(".visitor")) continue;
            assertThat(TEXTS.getProperty(key)).as(key).doesNotContainPattern(trade);
        }
    }

    private static Set<String> symptoms() {
        Set<String> all = new TreeSet<>(VARIANTS);
        for (Symptom symptom : Symptom.values()) all.add(symptom.id());
        return all;
    }

    private static <T> void add(Set<String> keys, String prefix, T[] all, Function<T, String> id) {
        Arrays.stream(all).map(one -> prefix + id.apply(one)).forEach(keys::add);
    }
}
