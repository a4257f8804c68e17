package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said about a symptom in one language. A symptom that covers several statuses may have
/// texts of its own for some of them.
public record SymptomTexts(String title, String visitor, List<String> advice, String operator) {

    public SymptomTexts {
        advice = List.copyOf(advice);
    }

    /// The texts for that symptom when it ends in that status.
    public static SymptomTexts of(Symptom symptom, int status, Texts texts) {
        String general = "symptom." + symptom.id();
        String exact = hasOwn(symptom, status, texts) ? general + "." + status : general;
        List<String> advice = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Optional<String> text = texts.find(exact + ".advice." + i);
            text.ifPresent(advice::add);
        }
        return new SymptomTexts(
                texts.text(exact + ".title"),
                texts.text(exact + ".visitor"),
                advice,
                texts.text(exact + ".operator"));
    }

    /// Whether that status has texts of its own.
    static boolean hasOwn(Symptom symptom, int status, Texts texts) {
        return texts.find("symptom." + symptom.id() + "." + status + ".title").isPresent();
    }
}
