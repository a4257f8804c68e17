package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.text.Language;
import java.util.List;
import java.util.Map;

/// A product and its error responses: one file of the catalogue. Immutable.
///
/// @param id the name of its file
/// @param name as people write it, in English: the same in every release and language
/// @param names how prose calls it in languages (by tag) where the name is not what they would say;
///   a brand has none
/// @param layer where it stands: `web-server`, `cdn`, `application`, …
/// @param generic whether it stands for no product at all
/// @param passed headers that show a response passed through it, whoever made it
public record Product(
        String id,
        String name,
        Map<String, String> names,
        String layer,
        boolean generic,
        Map<String, Glob> passed,
        List<Fingerprint> fingerprints) {
    public Product {
        names = Map.copyOf(names);
        passed = Map.copyOf(passed);
        fingerprints = List.copyOf(fingerprints);
    }

    /// What prose in that language calls it.
    public String name(Language language) {
        return names.getOrDefault(language.tag(), name);
    }
}
