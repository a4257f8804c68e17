package dev.goodgate.diagnosis.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every language says everything. Reads the files themselves: at run time a text that is missing
/// is said in English, so nothing else would notice.
class CatalogueTest {
    static List<Language> languages() {
        return Language.all();
    }

    static Stream<Arguments> files() {
        return Language.all().stream()
                .flatMap(language -> Texts.FILES.stream().map(f -> Arguments.of(language, f)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_language_has_the_keys_of_the_root_no_fewer_and_no_more(Language language, String base) {
        Properties root = Texts.read(Language.ENGLISH.file(base));
        Properties texts = Texts.read(language.file(base));
        Set<String> missing = new TreeSet<>(root.stringPropertyNames());
        missing.removeAll(texts.stringPropertyNames());
        Set<String> surplus = new TreeSet<>(texts.stringPropertyNames());
        surplus.removeAll(root.stringPropertyNames());
        assertThat(missing).as("missing").isEmpty();
        assertThat(surplus).as("surplus").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_text_is_empty_or_hangs_over(Language language, String base) {
        Properties texts = Texts.read(language.file(base));
        // Punctuation begins or ends with a space where the language wants one.
        texts.keySet().removeIf(key -> ((String) key).startsWith("list."));
        texts.forEach((key, text) ->
                assertThat((String) text)
                        .as("%s", key)
                        .isNotEmpty()
                        .isEqualTo(((String) text).strip())
                        .doesNotContain("  ", "\ufffd", "'"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_text_has_the_slots_of_the_root(Language language, String base) {
        Properties root = Texts.read(Language.ENGLISH.file(base));
        Properties texts = Texts.read(language.file(base));
        for (String key : texts.stringPropertyNames()) {
            assertThat(slots(texts.getProperty(key)))
                    .as(key)
                    .isEqualTo(slots(root.getProperty(key, "")));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_plural_has_the_forms_its_language_knows(Language language, String base) {
        Set<String> forms =
                PluralRules.forLocale(ULocale.forLanguageTag(language.tag())).getKeywords();
        Texts.read(language.file(base))
                .forEach((key, text) -> {
                    for (Set<String> plural : plurals((String) text)) {
                        assertThat(plural)
                                .as("%s", key)
                                .contains("other")
                                .isSubsetOf(forms)
                                .containsAll(whole(forms));
                    }
                });
    }

    /// Spanish and others have a form for millions ("un millón de segundos") that no count of
    /// seconds reaches.
    private static Set<String> whole(Set<String> forms) {
        Set<String> reached = new TreeSet<>(forms);
        if (!forms.contains("few")) reached.remove("many");
        return reached;
    }

    @Test
    void a_number_chooses_the_form() {
        Map<Integer, String> expected =
                Map.of(1, "второй 1 секунда", 2, "второй 2 секунды", 5, "второй 5 секунд");
        String text = "второй {n, plural, one{# секунда} few{# секунды} many{# секунд} other{# с}}";
        Texts russian = Texts.in(Language.find("ru").orElseThrow());
        expected.forEach((n, said) ->
                assertThat(Plurals.fill(text, russian, Map.of("n", n))).isEqualTo(said));
        assertThat(Texts.in(Language.ENGLISH).text("page.retry_after", Map.of("seconds", 1L)))
                .isEqualTo("Try again in about 1 second.");
        assertThat(Texts.in(Language.ENGLISH).text("page.retry_after", Map.of("seconds", 30L)))
                .isEqualTo("Try again in about 30 seconds.");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_number_chooses_the_form_that_unicode_cldr_says(Language language) {
        PluralRules known = PluralRules.forLocale(ULocale.forLanguageTag(language.tag()));
        PluralRule ours = PluralRule.of(Texts.in(language).text("number.plural"));
        LongStream.of(1_000_000, 1_000_001, 3_000_000, 2_000_000_000)
                .flatMap(far -> LongStream.rangeClosed(far - 130, far))
                .forEach(n ->
                        assertThat(ours.form(n)).as("%s", n).isEqualTo(known.select((double) n)));
        LongStream.rangeClosed(0, 1300)
                .forEach(n ->
                        assertThat(ours.form(n)).as("%s", n).isEqualTo(known.select((double) n)));
    }

    @Test
    void what_stands_in_a_slot_of_a_plural_is_not_read_for_slots_either() {
        String text = "{host}: {n, plural, one{# time at {host}} other{# times at {host}}} # {x}";
        assertThat(
                        Plurals.fill(
                                text,
                                Texts.in(Language.ENGLISH),
                                Map.of("n", 12345L, "host", "{n, plural, other{#}}")))
                .isEqualTo("{n, plural, other{#}}: 12,345 times at {n, plural, other{#}} # {x}");
    }

    @Test
    void what_stands_in_a_slot_is_not_read_for_slots() {
        assertThat(
                        Texts.in(Language.ENGLISH)
                                .text("evidence.limit", Map.of("key", "{limit}", "limit", "{key}")))
                .isEqualTo("limit {limit} = {key}");
    }

    private static Set<String> slots(String text) {
        MessagePattern pattern = new MessagePattern(text);
        Set<String> slots = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                slots.add(pattern.getSubstring(part));
            }
        }
        return slots;
    }

    private static List<Set<String>> plurals(String text) {
        MessagePattern pattern = new MessagePattern(text);
        List<Set<String>> plurals = new ArrayList<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START) {
                assertThat(part.getArgType())
                        .as(text)
                        .isIn(MessagePattern.ArgType.NONE, MessagePattern.ArgType.PLURAL);
                if (part.getArgType() == MessagePattern.ArgType.PLURAL)
                    plurals.add(new TreeSet<>());
            } else if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                plurals.getLast().add(pattern.getSubstring(part));
            }
        }
        return plurals;
    }
}
