package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Symptom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads one file of the catalogue. Keys without a fingerprint's id are about the product, all
/// others are `ID.KEY`. A mistake is an `IllegalArgumentException` that names file and key.
final class ProductFile {
    private static final Set<String> OWN = Set.of("product", "layer", "source", "generic");

    private final String id;
    private final Map<String, String> own = new HashMap<>();
    private final Map<String, Map<String, String>> entries = new TreeMap<>();

    private ProductFile(String id) {
        this.id = id;
    }

    static Product read(String id, Properties properties) {
        ProductFile file = new ProductFile(id);
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            file.put(key, properties.getProperty(key));
        }
        List<Fingerprint> prints = new ArrayList<>();
        file.entries.forEach((name, entry) -> prints.add(file.fingerprint(name, entry)));
        return new Product(
                id,
                file.need(file.own, "product"),
                below(file.own, "product."),
                file.need(file.own, "layer"),
                file.own.getOrDefault("generic", "false").equals("true"),
                globs(file.own, "passed."),
                prints);
    }

    private void put(String key, String value) {
        if (OWN.contains(key) || key.startsWith("passed.") || key.startsWith("product.")) {
            own.put(key, value);
            return;
        }
        int dot = key.indexOf('.');
        if (dot <= 0) throw wrong(key, value, String.join(", ", new TreeSet<>(OWN)));
        entries.computeIfAbsent(key.substring(0, dot), _ -> new TreeMap<>())
                .put(key.substring(dot + 1), value);
    }

    private Fingerprint fingerprint(String name, Map<String, String> entry) {
        Fingerprint.Signs signs =
                new Fingerprint.Signs(
                        statuses(entry.getOrDefault("status", "")),
                        entry.getOrDefault("reason", ""),
                        globs(entry, "header."),
                        globs(entry, "hint."),
                        below(entry, "absent.").keySet(),
                        marks(entry, "body."),
                        marks(entry, "any."));
        return new Fingerprint(
                name,
                signs,
                FailureClass.of(need(entry, "failure"))
                        .orElseThrow(() -> wrong(name + ".failure", entry, "a failure class")),
                hop(name, entry),
                symptoms(name, need(entry, "symptoms")),
                Fingerprint.Strength.valueOf(upper(need(entry, "strength"))),
                Fingerprint.Known.valueOf(upper(need(entry, "known"))),
                entry.getOrDefault("source", own.getOrDefault("source", "")),
                below(entry, "meaning."));
    }

    private Hop hop(String name, Map<String, String> entry) {
        String wanted = need(entry, "hop");
        return Arrays.stream(Hop.values())
                .filter(hop -> hop.id().equals(wanted))
                .findAny()
                .orElseThrow(() -> wrong(name + ".hop", wanted, "a hop"));
    }

    private List<Symptom> symptoms(String name, String ids) {
        List<Symptom> symptoms = new ArrayList<>();
        for (String one : ids.split(" ", -1)) {
            symptoms.add(
                    Symptom.of(one)
                            .orElseThrow(() -> wrong(name + ".symptoms", one, "symptom ids")));
        }
        return symptoms;
    }

    private static Set<Integer> statuses(String list) {
        Set<Integer> statuses = new HashSet<>();
        for (String one : list.split(" ", -1)) {
            if (!one.isEmpty()) statuses.add(Integer.valueOf(one));
        }
        return statuses;
    }

    private static List<Mark> marks(Map<String, String> entry, String prefix) {
        return below(entry, prefix).values().stream().map(Mark::of).toList();
    }

    private static Map<String, Glob> globs(Map<String, String> entry, String prefix) {
        Map<String, Glob> globs = new TreeMap<>();
        below(entry, prefix).forEach((key, value) -> globs.put(key, Glob.of(value)));
        return globs;
    }

    private static Map<String, String> below(Map<String, String> entry, String prefix) {
        Map<String, String> found = new TreeMap<>();
        entry.forEach((key, value) -> {
            if (key.startsWith(prefix)) found.put(key.substring(prefix.length()), value);
        });
        return found;
    }

    private String need(Map<String, String> entry, String key) {
        String value = entry.get(key);
        if (value == null) throw wrong(key, "nothing", "a value in every entry");
        return value;
    }

    private IllegalArgumentException wrong(String key, Object seen, String expected) {
        return new IllegalArgumentException(
                id + ".properties, " + key + ": " + seen + " (expected: " + expected + ")");
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
