package dev.goodgate.diagnosis.fingerprint;

import java.util.List;
import java.util.Map;

/// A product and its error responses: one file of the catalogue. Immutable.
///
/// @param id the name of its file
/// @param name as people write it
/// @param layer where it stands: `web-server`, `cdn`, `application`, …
/// @param generic whether it stands for no product at all
/// @param passed headers that show a response passed through it, whoever made it
public record Product(
        String id,
        String name,
        String layer,
        boolean generic,
        Map<String, Glob> passed,
        List<Fingerprint> fingerprints) {
    public Product {
        passed = Map.copyOf(passed);
        fingerprints = List.copyOf(fingerprints);
    }
}
