package dev.goodgate.diagnosis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A language we have texts for. One exists as soon as its `texts_xx.properties` does.
public record Language(String tag) {

    /// The language of the root file, always there.
    public static final Language ENGLISH = new Language("en");

    /// All languages with texts, English first.
    public static List<Language> all() {
        return Known.ALL;
    }

    /// The language that an `Accept-Language` value prefers among ours (RFC 9110 section 12.5.4, by
    /// primary subtag); English when it names none of them. Linear time, never throws.
    public static Language fromAccept(String accept) {
        if (Known.ALL.size() == 1 || accept.isEmpty()) return ENGLISH;
        Choice choice = new Choice();
        Preferences.each(accept, choice::take);
        return choice.best;
    }

    /// The file of that base name that holds the texts of this language.
    String file(String base) {
        return base + (equals(ENGLISH) ? "" : "_" + tag) + ".properties";
    }

    private static final class Choice {
        private Language best = ENGLISH;
        private int bestWeight;

        void take(String range, int weight) {
            int dash = range.indexOf('-');
            String primary = dash < 0 ? range : range.substring(0, dash);
            for (Language language : Known.ALL) {
                if (language.tag.equals(primary) && weight > bestWeight) {
                    best = language;
                    bestWeight = weight;
                }
            }
        }
    }

    /// Looked up once, when the first stranger asks for a language.
    private static final class Known {
        static final List<Language> ALL = find();

        private static List<Language> find() {
            List<Language> found = new ArrayList<>();
            found.add(ENGLISH);
            for (String tag : Locale.getISOLanguages()) {
                Language language = new Language(tag);
                if (!language.equals(ENGLISH) && Texts.exist(language)) found.add(language);
            }
            return List.copyOf(found);
        }
    }
}
