package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// All that is known of one cause, in one language, for every platform and audience: what its file
/// says. `why` is for laypeople, `expert` for experts; `checks` confirm the cause, `remedies` end
/// it, the simplest first; `logs` are lines that prove it, as servers write them. Immutable.
public record CauseEntry(
        String id,
        Owner owner,
        Map<Symptom, Prior> symptoms,
        String title,
        String why,
        String expert,
        List<Remedy> checks,
        List<Remedy> remedies,
        List<String> logs) {

    /// As many as there are causes and languages.
    private static final Map<Key, CauseEntry> MADE = new ConcurrentHashMap<>();

    public CauseEntry {
        checks = List.copyOf(checks);
        remedies = List.copyOf(remedies);
        logs = List.copyOf(logs);
    }

    /// The entry of the cause with that id. Kept once made.
    public static CauseEntry of(String id, Language language) {
        return MADE.computeIfAbsent(new Key(id, language), Key::make);
    }

    private record Key(String id, Language language) {
        private CauseEntry make() {
            CauseFile file = CauseFile.of(id);
            List<String> logs = new ArrayList<>();
            for (int i = 1; !file.fact("log." + i).isEmpty(); i++) logs.add(file.fact("log." + i));
            return new CauseEntry(
                    id,
                    named(Owner.values(), Owner::id, file.fact("owner"), Owner.UPSTREAM),
                    symptoms(file),
                    file.text("title", language),
                    file.text("why", language),
                    file.text("expert", language),
                    remedies(file, "confirm."),
                    remedies(file, "remedy."),
                    logs);
        }

        private List<Remedy> remedies(CauseFile file, String prefix) {
            List<Remedy> remedies = new ArrayList<>();
            for (int i = 1; !file.fact(prefix + i + ".en").isEmpty(); i++) {
                String key = prefix + i;
                String audience = file.fact(key + ".audience");
                remedies.add(
                        new Remedy(
                                named(
                                        Audience.values(),
                                        Audience::id,
                                        audience,
                                        Audience.ADMINISTRATOR),
                                platforms(file.fact(key + ".platform")),
                                file.text(key, language),
                                file.text(key + ".risk", language),
                                file.fact(key + ".command")));
            }
            return remedies;
        }
    }

    private static Map<Symptom, Prior> symptoms(CauseFile file) {
        Map<Symptom, Prior> symptoms = new LinkedHashMap<>();
        for (String word : words(file.fact("symptoms"))) {
            int colon = word.indexOf(':');
            if (colon < 0) continue;
            Prior prior = named(Prior.values(), Prior::id, word.substring(colon + 1), Prior.RARE);
            Symptom.of(word.substring(0, colon)).ifPresent(one -> symptoms.put(one, prior));
        }
        return symptoms;
    }

    private static Set<Platform> platforms(String fact) {
        Set<Platform> platforms = EnumSet.noneOf(Platform.class);
        for (String word : words(fact)) {
            platforms.add(named(Platform.values(), Platform::id, word, Platform.BARE));
        }
        return platforms;
    }

    static List<String> words(String fact) {
        return fact.isBlank() ? List.of() : Arrays.asList(fact.strip().split("\\s+", -1));
    }

    /// The one of that name. A name nobody knows is a bug of ours that a test finds.
    private static <T> T named(T[] all, Function<T, String> id, String name, T other) {
        for (T one : all) {
            if (id.apply(one).equals(name)) return one;
        }
        return other;
    }
}
