package dev.goodgate.diagnosis.text;

/// How whole numbers choose among the forms of a word, after Unicode CLDR. A language names its
/// rule as `number.plural`, in small letters; one whose rule is not here adds it.
enum PluralRule {
    /// One form for all: Chinese, Japanese, Vietnamese.
    NONE {
        @Override
        String form(long number) {
            return "other";
        }
    },
    /// One, and the others: English, German, Dutch.
    ONE {
        @Override
        String form(long number) {
            return number == 1 || number == -1 ? "one" : "other";
        }
    },
    /// One, whole millions, and the others: Spanish, Italian.
    MILLIONS {
        @Override
        String form(long number) {
            if (number != 0 && number % 1_000_000 == 0) return "many";
            return ONE.form(number);
        }
    },
    /// By the last digits: Russian, Ukrainian.
    SLAVIC {
        @Override
        String form(long number) {
            long tens = Math.abs(number % 100);
            long units = tens % 10;
            if (tens / 10 == 1 || units == 0 || units > 4) return "many";
            return units == 1 ? "one" : "few";
        }
    };

    /// The form's name in CLDR: `one`, `few`, `many` or `other`.
    abstract String form(long number);

    /// The rule of that name. A name that is not here is a fault of ours in the texts: plain
    /// `other` is always a form.
    static PluralRule of(String name) {
        for (PluralRule rule : values()) {
            if (rule.name().equalsIgnoreCase(name)) return rule;
        }
        return NONE;
    }
}
