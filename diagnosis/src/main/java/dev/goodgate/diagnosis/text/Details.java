package dev.goodgate.diagnosis.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The short sentence of a witness, `Failure.details`, in the language of its reader. It is made in
/// English, as `Proxy-Status` and logs carry it; `details.properties` lists the sentences and their
/// translations. A sentence that is not listed is shown as it is. Safe for any thread; never
/// throws.
public final class Details {
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

    private static final List<Sentence> SENTENCES = read();

    private record Sentence(String key, Pattern pattern, List<String> slots) {}

    private Details() {}

    /// The sentence in that language.
    public static String in(String details, Texts texts) {
        if (texts.language().equals(Language.ENGLISH) || details.length() > MOST) return details;
        for (Sentence sentence : SENTENCES) {
            Matcher found = sentence.pattern.matcher(details);
            if (found.matches()) return texts.text(sentence.key, values(sentence, found, texts));
        }
        return details;
    }

    /// Whether it can be said in every language.
    public static boolean known(String details) {
        return SENTENCES.stream().anyMatch(one -> one.pattern.matcher(details).matches());
    }

    /// A sentence within a sentence, `{details}`, is translated too.
    private static Map<String, String> values(Sentence sentence, Matcher found, Texts texts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < sentence.slots.size(); i++) {
            String name = sentence.slots.get(i);
            String value = found.group(i + 1);
            values.put(name, name.equals("details") ? in(value, texts) : value);
        }
        return values;
    }

    /// The longest first: the more words a sentence has of its own, the more exact it is.
    private static List<Sentence> read() {
        Properties root = Texts.read(Language.ENGLISH.file("details"));
        return root.stringPropertyNames().stream()
                .sorted((a, b) -> root.getProperty(b).length() - root.getProperty(a).length())
                .map(key -> sentence(key, root.getProperty(key)))
                .toList();
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
