package dev.goodgate.diagnosis.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A language we have texts for. `tag` is its primary subtag, which names the files; `written` is
/// the tag an answer carries (RFC 5646), exact enough for a browser to choose the right glyphs.
///
/// To add one: copy `texts.properties` to `texts_xx.properties`, translate it, and add a line here.
public record Language(String tag, String written) {

    /// The language of the root file, always there.
    public static final Language ENGLISH = new Language("en", "en");

    private static final List<Language> ALL =
            List.of(
                    ENGLISH,
                    new Language("es", "es"),
                    new Language("ru", "ru"),
                    new Language("zh", "zh-Hans"));

    /// All languages with texts, English first.
    public static List<Language> all() {
        return ALL;
    }

    /// The language a tag means, by its primary subtag (RFC 4647 section 3.4): `ru`, `ru-RU`,
    /// `zh-Hant-TW`; upper case and underscores count as well. Empty when we have no texts in it.
    public static Optional<Language> find(String tag) {
        for (Language language : ALL) {
            if (language.begins(tag)) return Optional.of(language);
        }
        return Optional.empty();
    }

    /// The language that an `Accept-Language` value prefers among ours (RFC 9110 section 12.5.4):
    /// the highest weight wins, on equal weight what is named first. `*` stands for whatever is not
    /// named, `otherwise` before the others. A range with a region refuses only that region
    /// (`en-GB;q=0` is no word about `en`). Where nothing fits, `otherwise`: a page in a foreign
    /// language is better than none. Several lines are joined with a comma. Linear time, only the
    /// first 4096 characters, never throws.
    public static Language fromAccept(String accept, Language otherwise) {
        if (accept.isEmpty()) return otherwise;
        Choice choice = new Choice();
        Preferences.each(accept, choice::take);
        return choice.best(otherwise);
    }

    /// The file of that base name that holds the texts of this language.
    String file(String base) {
        return base + (equals(ENGLISH) ? "" : "_" + tag) + ".properties";
    }

    /// One of each tag. By hand: what a record links for it costs every command 10 ms.
    @Override
    public boolean equals(Object other) {
        return other instanceof Language that && tag.equals(that.tag);
    }

    @Override
    public int hashCode() {
        return tag.hashCode();
    }

    private boolean begins(String range) {
        int length = tag.length();
        if (!range.regionMatches(true, 0, tag, 0, length)) return false;
        return range.length() == length
                || range.charAt(length) == '-'
                || range.charAt(length) == '_';
    }

    private static final class Choice {
        /// Weights in thousandths, in the order the languages were named; 0: refused.
        private final Map<Language, Integer> named = new LinkedHashMap<>();

        private int others;

        void take(String range, int weight) {
            if (range.equals("*")) {
                others = Math.max(others, weight);
                return;
            }
            for (Language language : ALL) {
                if (!language.begins(range)) continue;
                boolean whole = range.length() == language.tag.length();
                if (weight > 0 || whole) named.merge(language, weight, Math::max);
            }
        }

        Language best(Language otherwise) {
            Language best = otherwise;
            int most = 0;
            for (Map.Entry<Language, Integer> entry : named.entrySet()) {
                if (entry.getValue() <= most) continue;
                best = entry.getKey();
                most = entry.getValue();
            }
            return others > most ? unnamed(otherwise).orElse(best) : best;
        }

        private Optional<Language> unnamed(Language first) {
            if (!named.containsKey(first)) return Optional.of(first);
            return ALL.stream().filter(language -> !named.containsKey(language)).findFirst();
        }
    }
}
