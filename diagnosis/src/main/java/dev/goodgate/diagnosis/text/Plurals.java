package dev.goodgate.diagnosis.text;

import java.util.Map;

/// Texts whose grammar depends on a number: `{seconds, plural, one{# second} other{# seconds}}`.
/// Which form a number takes stands among the texts (`number.plural`); a test holds it against
/// Unicode CLDR. A library for this takes a tenth of a second to load, a third of what a pasted
/// line may take. For one thread.
final class Plurals {
    private static final String MARK = ", plural,";

    private final Numbers numbers;
    private final PluralRule rule;
    private final Map<String, ?> values;
    private final StringBuilder out = new StringBuilder();

    private Plurals(Numbers numbers, PluralRule rule, Map<String, ?> values) {
        this.numbers = numbers;
        this.rule = rule;
        this.values = values;
    }

    /// Whether a text needs this class.
    static boolean in(String text) {
        return text.contains(MARK);
    }

    /// The text with those values, its numbers as the language writes them, in one pass: nothing in
    /// a value is taken for a slot. A slot without a value stays as it is. Braces that do not pair
    /// are a bug of ours in the texts, and throw.
    static String fill(String text, Texts texts, Map<String, ?> values) {
        PluralRule rule = PluralRule.of(texts.text("number.plural"));
        Plurals plurals = new Plurals(texts.numbers(), rule, values);
        plurals.write(text, "#");
        return plurals.out.toString();
    }

    /// @param number what a `#` stands for
    private void write(String text, String number) {
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            int end = next == '{' ? end(text, at) : at + 1;
            if (next == '{') slot(text.substring(at + 1, end - 1));
            else if (next == '#') out.append(number);
            else out.append(next);
            at = end;
        }
    }

    /// After the brace that closes the one there, or after the text where none does.
    private static int end(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '{') depth++;
            else if (next == '}' && --depth == 0) return i + 1;
        }
        throw new IllegalArgumentException("no } for the { at " + open + ": " + text);
    }

    private void slot(String inside) {
        int plural = inside.indexOf(MARK);
        Object value = values.get(plural < 0 ? inside : inside.substring(0, plural));
        if (plural >= 0 && value instanceof Number number) {
            long whole = number.longValue();
            String forms = inside.substring(plural + MARK.length());
            write(form(forms, rule.form(whole)), numbers.whole(whole));
        } else if (value == null) {
            out.append('{').append(inside).append('}');
        } else {
            out.append(value instanceof Long whole ? numbers.whole(whole) : value);
        }
    }

    /// What stands in the braces after that word, else after `other`.
    private static String form(String forms, String wanted) {
        String other = "";
        int at = 0;
        for (int open; (open = forms.indexOf('{', at)) >= 0; ) {
            String word = forms.substring(at, open).strip();
            at = end(forms, open);
            String said = forms.substring(open + 1, at - 1);
            if (word.equals(wanted)) return said;
            if (word.equals("other")) other = said;
        }
        return other;
    }
}
