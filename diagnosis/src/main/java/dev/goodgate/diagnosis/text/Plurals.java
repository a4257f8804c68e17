package dev.goodgate.diagnosis.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Texts whose grammar depends on a number: `{seconds, plural, one{# second} other{# seconds}}`, by
/// the rules of Unicode CLDR. The only class that touches ICU, which takes a tenth of a second to
/// load: it is loaded with the first such text, never for others. Safe for any thread.
final class Plurals {
    /// As many as there are such texts.
    private static final Map<String, MessageFormat> READ = new ConcurrentHashMap<>();

    private Plurals() {}

    /// Whether a text needs this class.
    static boolean in(String text) {
        return text.contains(", plural,");
    }

    /// The text with those values, its numbers as the language writes them.
    static String fill(String text, String language, Map<String, ?> values) {
        MessageFormat format =
                READ.computeIfAbsent(
                        language + text,
                        _ -> new MessageFormat(text, ULocale.forLanguageTag(language)));
        synchronized (format) {
            return format.format(values);
        }
    }
}
