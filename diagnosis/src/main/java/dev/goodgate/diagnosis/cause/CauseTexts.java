package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said about a cause in one language, with the addresses of one failure filled in where a
/// command needs them.
public record CauseTexts(String title, String explanation, List<Remedy> remedies) {

    public CauseTexts {
        remedies = List.copyOf(remedies);
    }

    /// The texts of that cause. Commands name the upstream's address: they are for operators.
    public static CauseTexts of(Cause cause, Failure failure, Texts texts) {
        String key = "cause." + cause.id();
        List<Remedy> remedies = new ArrayList<>();
        Target target = Target.of(failure);
        for (Audience audience : Audience.values()) {
            for (int i = 1; ; i++) {
                String item = key + "." + audience.id() + "." + i;
                Optional<String> text = texts.find(item);
                if (text.isEmpty()) break;
                String command = texts.find(item + ".command").orElse("");
                remedies.add(new Remedy(audience, text.get(), target.fill(command)));
            }
        }
        return new CauseTexts(texts.text(key + ".title"), texts.text(key + ".why"), remedies);
    }
}
