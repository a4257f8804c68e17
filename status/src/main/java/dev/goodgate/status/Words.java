package dev.goodgate.status;

import java.util.List;

/// The words around the entries, in one language: headings, kinds, classes, shared sentences. A
/// language that is not there gives English. Immutable once read; safe for any thread.
public final class Words {
    /// The languages that [#in] knows, as they stand after `--lang` and in `Accept-Language`.
    public static final List<String> LANGUAGES = List.of("en", "ru", "zh", "es");

    private final Texts words = Texts.read("words.properties");
    private final Texts advice = Texts.read("advice.properties");
    private final String language;

    private Words(String language) {
        this.language = language;
    }

    /// Reads two small files.
    public static Words in(String language) {
        return new Words(language);
    }

    /// The language asked for.
    public String language() {
        return language;
    }

    /// A word of the frame, such as `heading.meaning`. An unknown key is a bug.
    public String word(String key) {
        return known(words, key);
    }

    /// A word with its slot filled: `{code}`.
    public String word(String key, String code) {
        return word(key).replace("{code}", code);
    }

    /// What a kind is called.
    public String of(Kind kind) {
        return word("kind." + kind.id());
    }

    /// What a class is called.
    public String of(StatusClass statusClass) {
        return word("class." + statusClass.id());
    }

    /// A shared sentence of advice, such as `visitor.reload`.
    String advice(String id) {
        return known(advice, id);
    }

    private String known(Texts texts, String key) {
        String text = texts.text(key, language);
        if (text.isEmpty()) throw new IllegalStateException("texts: " + key + " is missing");
        return text;
    }
}
