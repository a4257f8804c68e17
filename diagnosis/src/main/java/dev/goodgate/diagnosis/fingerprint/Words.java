package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.text.Language;
import java.util.Properties;

/// What the findings are said in, in one language; English where a translation lacks a word.
record Words(Language language) {
    private static final Properties ENTRIES = Products.properties("text/words.properties");

    String word(String key) {
        String own = ENTRIES.getProperty(key + "." + language.tag());
        if (own != null) return own;
        return ENTRIES.getProperty(key + "." + Language.ENGLISH.tag(), key);
    }

    String word(String key, Product product) {
        return fill(word(key), product.name(language));
    }

    /// Chinese sets a space beside a Latin name, and none beside its own words.
    private static String fill(String text, String name) {
        String slot = "{product}";
        if (chinese(name.charAt(0))) text = text.replace(" " + slot, slot);
        if (chinese(name.charAt(name.length() - 1))) text = text.replace(slot + " ", slot);
        return text.replace(slot, name);
    }

    private static boolean chinese(char c) {
        return Character.isIdeographic(c) || c == '）';
    }

    /// What that match means.
    String meaning(Match match) {
        Fingerprint print = match.fingerprint();
        String own = print.meanings().get(language.tag());
        if (own == null) own = print.meanings().get(Language.ENGLISH.tag());
        return own != null ? own : word("failure." + print.failure().id(), match.product());
    }
}
