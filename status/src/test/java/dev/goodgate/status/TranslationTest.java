package dev.goodgate.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Texts are there in every language that counts as complete. Reads the files, as the atlas itself
/// falls back to English.
final class TranslationTest {
    /// The languages every entry must be in. Add one when its last entry is translated.
    private static final List<String> COMPLETE_ENTRIES = List.of("en", "ru", "zh", "es");

    private static final Pattern SLOT = Pattern.compile("\\{[a-z]+}");

    @Test
    void the_shared_words_are_there_in_every_language() {
        List<String> gaps = new ArrayList<>();
        gaps("words.properties", Words.LANGUAGES, gaps);
        gaps("advice.properties", Words.LANGUAGES, gaps);
        assertThat(gaps).isEmpty();
    }

    @Test
    void entries_are_there_in_every_complete_language() {
        List<String> gaps = new ArrayList<>();
        for (String name : Entries.names()) {
            gaps("codes/" + name + ".properties", COMPLETE_ENTRIES, gaps);
        }
        assertThat(gaps).isEmpty();
    }

    @Test
    void what_is_translated_has_an_english_original_with_the_same_slots() {
        List<String> files = new ArrayList<>(List.of("words.properties", "advice.properties"));
        for (String name : Entries.names()) files.add("codes/" + name + ".properties");
        List<String> wrong = new ArrayList<>();
        for (String file : files) {
            Texts texts = Texts.read(file);
            for (String key : texts.keys()) {
                if (!isText(key)) continue;
                String english = texts.value(base(key) + ".en");
                if (english.isEmpty()) wrong.add(file + ": " + base(key) + ".en is missing");
                if (!slots(english).equals(slots(texts.value(key)))) wrong.add(file + ": " + key);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void texts_have_typographic_apostrophes() {
        List<String> wrong = new ArrayList<>();
        for (String name : Entries.names()) {
            Texts texts = EntryFile.texts(name);
            for (String key : texts.keys()) {
                if (isText(key) && texts.value(key).contains("'")) wrong.add(name + ": " + key);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void gaps(String file, List<String> languages, List<String> gaps) {
        Texts texts = Texts.read(file);
        Set<String> bases = new TreeSet<>();
        for (String key : texts.keys()) {
            if (isText(key)) bases.add(base(key));
        }
        for (String base : bases) {
            for (String language : languages) {
                String key = base + "." + language;
                if (texts.value(key).isEmpty()) gaps.add(file + ": " + key);
            }
        }
    }

    private static boolean isText(String key) {
        return Words.LANGUAGES.contains(key.substring(key.lastIndexOf('.') + 1));
    }

    private static String base(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    private static Set<String> slots(String text) {
        Set<String> slots = new TreeSet<>();
        Matcher slot = SLOT.matcher(text);
        while (slot.find()) slots.add(slot.group());
        return slots;
    }
}
