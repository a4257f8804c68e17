package dev.goodgate.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is true of each entry.
final class EveryEntryTest {
    private static final Set<String> PLAIN_KEYS =
            Set.of(
                    "code",
                    "status",
                    "phrase",
                    "kind",
                    "vendor",
                    "defined-in",
                    "replaces",
                    "also",
                    "emitted-by",
                    "retry",
                    "cacheable",
                    "path",
                    "advice",
                    "twins");

    private static final Set<String> TEXT_KEYS =
            Set.of("meaning", "path", "twins", "do.visitor", "do.owner", "do.administrator");

    private static final Atlas ATLAS = Atlas.open();
    private static final Words ENGLISH = Words.in("en");

    static List<String> names() {
        return Entries.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void says_everything_that_is_asked_of_an_entry(String name) {
        Entry entry = ATLAS.read(ATLAS.named(name), ENGLISH);
        assertThat(entry.listing().code()).isNotBlank();
        assertThat(entry.listing().phrase()).isNotBlank();
        assertThat(entry.definedIn()).isNotBlank();
        assertThat(entry.emittedBy()).isNotEmpty();
        assertThat(entry.meaning()).matches("(?s).+[.]");
        assertThat(entry.path()).matches("(?s).+[.]");
        assertThat(entry.advice()).containsOnlyKeys(Audience.values());
        assertThat(entry.advice().values())
                .allSatisfy(
                        sentences -> assertThat(sentences).isNotEmpty().doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @MethodSource("names")
    void tells_itself_from_its_twins(String name) {
        Entry entry = ATLAS.read(ATLAS.named(name), ENGLISH);
        assertThat(entry.twins()).doesNotContain(entry.listing()).doesNotHaveDuplicates();
        List<Listing> same = new ArrayList<>(ATLAS.of(entry.listing().code()));
        same.remove(entry.listing());
        if (same.isEmpty()) return;
        assertThat(entry.twins()).containsAnyElementsOf(same);
        assertThat(entry.tellApart()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("names")
    void has_only_keys_that_mean_something(String name) {
        for (String key : EntryFile.texts(name).keys()) {
            boolean text = Words.LANGUAGES.contains(key.substring(key.lastIndexOf('.') + 1));
            if (text) {
                assertThat(TEXT_KEYS).contains(key.substring(0, key.lastIndexOf('.')));
            } else {
                assertThat(PLAIN_KEYS).contains(key);
            }
        }
    }

    @Test
    void every_code_of_the_founding_list_is_there() throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> left = new ArrayList<>(ATLAS.all().stream().map(Listing::code).toList());
        List<String> required = required();
        assertThat(required).hasSize(159);
        for (String code : required) {
            if (!left.remove(code)) missing.add(code);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_shared_sentence_is_idle() {
        Set<String> idle = new TreeSet<>();
        for (String key : Texts.read("advice.properties").keys()) {
            idle.add(key.substring(0, key.lastIndexOf('.')));
        }
        for (String name : names()) EntryFile.texts(name).list("advice").forEach(idle::remove);
        assertThat(idle).isEmpty();
    }

    private static List<String> required() throws IOException {
        try (InputStream octets = EveryEntryTest.class.getResourceAsStream("required-codes.txt")) {
            assertThat(octets).isNotNull();
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
