package dev.goodgate.diagnosis.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What is said to people in one language: the entries of its files. Immutable; loaded once a
/// language.
public final class Texts {
    /// The base names of the files that make up a language.
    static final Set<String> FILES = Set.of("texts", "records", "stories", "details", "faults");

    private static final Map<Language, Texts> LOADED = new ConcurrentHashMap<>();

    private final Language language;
    private final Properties entries;
    private final Numbers numbers;

    private Texts(Language language, Properties entries) {
        this.language = language;
        this.entries = entries;
        this.numbers = new Numbers(this);
    }

    /// The texts of that language. What a translation lacks is said in English.
    public static Texts in(Language language) {
        return LOADED.computeIfAbsent(language, Texts::load);
    }

    /// The language they are in.
    public Language language() {
        return language;
    }

    /// The text of that key. A key nobody wrote is a bug of ours that a test finds; at run time it
    /// is its own text, so that an answer never fails for want of a word.
    public String text(String key) {
        return entries.getProperty(key, key);
    }

    /// The text of that key with values in its `{slots}`. A `Long` is written as the language
    /// writes numbers; where one governs grammar, the text says so as `{slot, plural, …}`.
    public String text(String key, Map<String, ?> values) {
        String text = text(key);
        if (Plurals.in(text)) return Plurals.fill(text, this, values);
        return slotted(text, values);
    }

    /// In one pass, so that nothing in a value is taken for a slot.
    private String slotted(String text, Map<String, ?> values) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int at = 0;
        for (int open; (open = text.indexOf('{', at)) >= 0; ) {
            int close = text.indexOf('}', open);
            if (close < 0) break;
            Object value = values.get(text.substring(open + 1, close));
            out.append(text, at, open);
            if (value == null) out.append(text, open, close + 1);
            else out.append(value instanceof Long number ? numbers.whole(number) : value);
            at = close + 1;
        }
        return out.append(text, at, text.length()).toString();
    }

    /// The parts as a list, with the punctuation of the language between them.
    public String list(List<String> parts) {
        return String.join(text("list.separator"), parts);
    }

    /// A value after its name, with the punctuation of the language between them.
    public String named(String name, String value) {
        return name + text("list.colon") + value;
    }

    /// A text with an aside, in the brackets of the language.
    public String aside(String text, String aside) {
        return text + text("list.open") + aside + text("list.close");
    }

    /// How this language writes numbers.
    public Numbers numbers() {
        return numbers;
    }

    /// The text of that key where somebody wrote one.
    public Optional<String> find(String key) {
        return Optional.ofNullable(entries.getProperty(key));
    }

    /// The keys that begin so, sorted.
    public List<String> keys(String prefix) {
        return entries.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    /// One file as it is, without falling back to another language.
    static Properties read(String file) {
        Properties entries = new Properties();
        try (InputStream octets = Texts.class.getResourceAsStream(file)) {
            if (octets == null) return entries;
            try (Reader reader = new InputStreamReader(octets, StandardCharsets.UTF_8)) {
                entries.load(reader);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("texts: cannot read " + file, broken);
        }
        return entries;
    }

    private static Texts load(Language language) {
        Properties entries = new Properties();
        for (String base : FILES) {
            entries.putAll(read(Language.ENGLISH.file(base)));
            if (!language.equals(Language.ENGLISH)) entries.putAll(read(language.file(base)));
        }
        return new Texts(language, entries);
    }
}
