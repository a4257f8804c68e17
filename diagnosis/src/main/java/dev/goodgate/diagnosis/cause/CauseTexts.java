package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is said about a cause in one language, with the addresses of one failure filled in where a
/// command needs them.
public record CauseTexts(String title, String explanation, List<Remedy> remedies) {

    /// As many as there are causes and languages.
    private static final Map<Key, CauseTexts> MADE = new ConcurrentHashMap<>();

    public CauseTexts {
        remedies = List.copyOf(remedies);
    }

    /// The texts of that cause. Commands name the upstream's address: they are for operators.
    public static CauseTexts of(Cause cause, Failure failure, Texts texts) {
        CauseTexts general = general(cause, texts);
        Target target = Target.of(failure);
        List<Remedy> remedies = new ArrayList<>(general.remedies.size());
        for (Remedy remedy : general.remedies) {
            String command = target.fill(remedy.command());
            remedies.add(new Remedy(remedy.audience(), remedy.text(), command));
        }
        return new CauseTexts(general.title, general.explanation, remedies);
    }

    /// The texts as written: commands with `{host}` and the like. Kept once made.
    public static CauseTexts general(Cause cause, Texts texts) {
        return MADE.computeIfAbsent(new Key(cause.id(), texts), Key::make);
    }

    private record Key(String id, Texts texts) {
        private CauseTexts make() {
            String key = "cause." + id;
            List<Remedy> remedies = new ArrayList<>();
            for (Audience audience : Audience.values()) {
                String item = key + "." + audience.id() + ".";
                for (int i = 1; texts.find(item + i).isPresent(); i++) {
                    String command = texts.find(item + i + ".command").orElse("");
                    remedies.add(new Remedy(audience, texts.text(item + i), command));
                }
            }
            return new CauseTexts(texts.text(key + ".title"), texts.text(key + ".why"), remedies);
        }
    }
}
