package dev.goodgate.diagnosis.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Short sentences that are made in English, as `Proxy-Status`, logs and exceptions carry them, in
/// the language of their reader. A file of texts lists them with their slots, its translations
/// beside it. A sentence that is not listed is shown as it is. Immutable; safe for any thread;
/// never throws.
public final class Sentences {
    /// What goes into a slot of that name; any other slot takes everything up to the end.
    private static final Map<String, String> SLOTS =
            Map.of(
                    "errno", "E[A-Z]+",
                    "symptom", "[a-z]+\\.[a-z_0-9]+",
                    "rule", "[A-Za-z0-9._-]+",
                    "section", "[^()]+",
                    "offset", "[0-9]+");

    /// A sentence is not longer; what is, is shown as it is.
    private static final int MOST = 1000;

    /// As many as there are such files.
    private static final Map<String, Sentences> READ = new ConcurrentHashMap<>();

    private final List<Sentence> all;

    private record Sentence(String key, Pattern pattern, List<String> slots) {}

    private Sentences(List<Sentence> all) {
        this.all = all;
    }

    /// What witnesses say of a failure: `Failure.details`.
    public static Sentences details() {
        return of("details");
    }

    /// What is wrong in a configuration.
    public static Sentences faults() {
        return of("faults");
    }

    /// The sentence in that language.
    public String in(String said, Texts texts) {
        if (texts.language().equals(Language.ENGLISH) || said.length() > MOST) return said;
        for (Sentence sentence : all) {
            Matcher found = sentence.pattern.matcher(said);
            if (found.matches()) return texts.text(sentence.key, values(sentence, found, texts));
        }
        return said;
    }

    /// Whether it can be said in every language.
    public boolean known(String said) {
        return all.stream().anyMatch(one -> one.pattern.matcher(said).matches());
    }

    /// A sentence within a sentence, `{details}`, is translated too.
    private Map<String, String> values(Sentence sentence, Matcher found, Texts texts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < sentence.slots.size(); i++) {
            String name = sentence.slots.get(i);
            String value = found.group(i + 1);
            values.put(name, name.equals("details") ? in(value, texts) : value);
        }
        return values;
    }

    private static Sentences of(String file) {
        return READ.computeIfAbsent(file, Sentences::read);
    }

    /// The more words a sentence has of its own, the more exact it is: those come first.
    private static Sentences read(String file) {
        Properties root = Texts.read(Language.ENGLISH.file(file));
        return new Sentences(
                root.stringPropertyNames().stream()
                        .filter(key -> key.startsWith(file + "."))
                        .sorted(Comparator.comparingInt(key -> -own(root.getProperty(key))))
                        .map(key -> sentence(key, root.getProperty(key)))
                        .toList());
    }

    /// How much of a sentence is not slots.
    private static int own(String text) {
        return text.replaceAll("\\{[a-z]+}", "").length();
    }

    private static Sentence sentence(String key, String text) {
        StringBuilder pattern = new StringBuilder();
        List<String> slots = new ArrayList<>();
        int at = 0;
        for (int open; (open = text.indexOf('{', at)) >= 0; ) {
            int close = text.indexOf('}', open);
            String name = text.substring(open + 1, close);
            slots.add(name);
            pattern.append(Pattern.quote(text.substring(at, open)));
            pattern.append('(').append(SLOTS.getOrDefault(name, ".*")).append(')');
            at = close + 1;
        }
        pattern.append(Pattern.quote(text.substring(at)));
        return new Sentence(key, Pattern.compile(pattern.toString(), Pattern.DOTALL), slots);
    }
}
