package dev.goodgate.diagnosis.text;

import java.util.Locale;
import java.util.Map;

/// Numbers and spans of time as a language writes them: `12,345`, `12.345`, `12 345`; `1.5 s`, `1,5
/// с`. What differs stands among the texts, so that no locale data is loaded for it; a test holds
/// it against Unicode CLDR. Immutable.
public final class Numbers {
    private final Texts texts;
    private final String group;
    private final String decimal;

    Numbers(Texts texts) {
        this.texts = texts;
        this.group = texts.text("number.group");
        this.decimal = texts.text("number.decimal");
    }

    /// A whole number, its digits in groups of three.
    public String whole(long number) {
        String digits = Long.toString(number);
        int sign = number < 0 ? 1 : 0;
        StringBuilder out = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > sign; at -= 3) out.insert(at, group);
        return out.toString();
    }

    /// A number with that many digits after the decimal mark.
    public String decimal(double number, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", number);
        int point = text.indexOf('.');
        if (point < 0) return text;
        return text.substring(0, point) + decimal + text.substring(point + 1);
    }

    /// A span of time with its unit: `480 µs`, `12.3 ms`, `3.00 s`.
    public String micros(long micros) {
        if (micros < 1000) return unit("unit.micros", Long.toString(micros));
        if (micros < 1_000_000) return unit("unit.millis", decimal(micros / 1e3, 1));
        return unit("unit.seconds", decimal(micros / 1e6, 2));
    }

    private String unit(String key, String number) {
        return texts.text(key, Map.of("number", number));
    }
}
