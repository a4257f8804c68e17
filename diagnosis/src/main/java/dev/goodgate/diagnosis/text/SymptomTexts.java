package dev.goodgate.diagnosis.text;

import dev.goodgate.diagnosis.Symptom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// What is said about a symptom in one language. A symptom that covers several statuses may have
/// texts of its own for some of them.
public record SymptomTexts(String title, String visitor, List<String> advice, String operator) {
    private static final Properties ADVICE = Texts.read("advice.properties");

    /// As many as there are symptoms, with their variants, and languages.
    private static final Map<Key, SymptomTexts> MADE = new ConcurrentHashMap<>();

    public SymptomTexts {
        advice = List.copyOf(advice);
    }

    /// The texts for that symptom when it ends in that status.
    public static SymptomTexts of(Symptom symptom, int status, Texts texts) {
        String variant = variant(symptom, status, texts);
        return MADE.computeIfAbsent(new Key(variant, texts), Key::make);
    }

    /// The symptom's id, with the status where that has texts of its own.
    public static String variant(Symptom symptom, int status, Texts texts) {
        if (status == symptom.status()) return symptom.id();
        String exact = symptom.id() + "." + status;
        return texts.find("symptom." + exact + ".title").isPresent() ? exact : symptom.id();
    }

    private record Key(String variant, Texts texts) {
        private SymptomTexts make() {
            String key = "symptom." + variant;
            String advice = ADVICE.getProperty(variant, "tell");
            return new SymptomTexts(
                    texts.text(key + ".title"),
                    texts.text(key + ".visitor"),
                    Arrays.stream(advice.split(" ", -1))
                            .map(id -> texts.text("advice." + id))
                            .toList(),
                    texts.text(key + ".operator"));
        }
    }
}
