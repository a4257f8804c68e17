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
        return word(key).replace("{product}", product.name());
    }

    /// What that match means.
    String meaning(Match match) {
        Fingerprint print = match.fingerprint();
        String own = print.meanings().get(language.tag());
        if (own == null) own = print.meanings().get(Language.ENGLISH.tag());
        return own != null ? own : word("failure." + print.failure().id(), match.product());
    }
}
