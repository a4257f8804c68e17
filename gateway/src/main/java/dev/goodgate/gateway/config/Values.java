package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.Parsed.Value;
import dev.goodgate.gateway.config.Parsed.Wrong;
import dev.goodgate.gateway.config.Shape.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Scalars from text, under the bounds, words and form of their key.
final class Values {
    private Values() {}

    static Parsed text(Key key, String text) {
        return word(key, text) || text.equals(key.value())
                ? new Value(text)
                : key.form().judge(text);
    }

    static Parsed scalar(Scalar scalar, Key key, String text) {
        return switch (scalar) {
            case TEXT -> text(key, text);
            case WHOLE -> whole(key, text);
            case FLAG -> flag(text);
            case TIME -> time(key, text);
            case SIZE -> size(key, text);
        };
    }

    static Parsed choice(Shape.Choice choice, String text) {
        List<String> words = choice.words();
        int index = words.indexOf(text.replace('_', '-'));
        if (index >= 0) {
            return new Value(choice.type().getEnumConstants()[index]);
        }
        String near = Nearest.of(text.toLowerCase(Locale.ROOT).replace('_', '-'), words);
        return new Wrong(
                "one of " + String.join(", ", words), near.isEmpty() ? "" : "write " + near);
    }

    private static boolean word(Key key, String text) {
        return List.of(key.words()).contains(text);
    }

    private static Parsed flag(String text) {
        return switch (text) {
            case "true" -> new Value(true);
            case "false" -> new Value(false);
            default -> new Wrong("true or false", flagHint(text));
        };
    }

    private static String flagHint(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "true", "1", "y" -> "write true";
            case "no", "off", "false", "0", "n" -> "write false";
            default -> "";
        };
    }

    private static Parsed whole(Key key, String text) {
        long least = key.least().isEmpty() ? 0 : Long.parseLong(key.least());
        long most = key.most().isEmpty() ? Integer.MAX_VALUE : Long.parseLong(key.most());
        boolean digits = text.matches("[0-9]{1,10}");
        long value = digits ? Long.parseLong(text) : -1;
        if (digits && ((value >= least && value <= most) || text.equals(key.value()))) {
            return new Value((int) value);
        }
        return new Wrong(wholeExpected(key, least, most), wholeHint(text));
    }

    private static String wholeExpected(Key key, long least, long most) {
        if (key.most().isEmpty()) {
            return least == 0 ? "a whole number" : "a whole number from " + least;
        }
        return "a whole number from " + least + " to " + most;
    }

    private static String wholeHint(String text) {
        String digits = text.replaceAll("[_, ]", "");
        return !digits.equals(text) && digits.matches("[0-9]{1,10}") ? "write " + digits : "";
    }

    private static Parsed time(Key key, String text) {
        boolean off = word(key, "off");
        if (off && text.equals("off")) {
            return new Value(Duration.ZERO);
        }
        String bounds =
                key.least().isEmpty() && key.most().isEmpty() ? "" : bounds(key, "1ms", "8760h");
        String expected = "a duration such as 3s or 250ms" + bounds + (off ? ", or off" : "");
        Duration value = Units.duration(text);
        if (value.isNegative()) {
            return new Wrong(expected, Units.durationHint(text));
        }
        if (value.isZero()) {
            return new Wrong(expected, off ? "write off" : "the least is 1ms");
        }
        Duration least = Units.duration(key.least().isEmpty() ? "1ms" : key.least());
        Duration most = Units.duration(key.most().isEmpty() ? "8760h" : key.most());
        if (value.compareTo(most) > 0) {
            return new Wrong(expected, "the most is " + Units.text(most));
        }
        return value.compareTo(least) < 0
                ? new Wrong(expected, "the least is " + Units.text(least))
                : new Value(value);
    }

    private static Parsed size(Key key, String text) {
        long value = Units.octets(text);
        long least = key.least().isEmpty() ? 0 : Units.octets(key.least());
        long most = key.most().isEmpty() ? Long.MAX_VALUE : Units.octets(key.most());
        if (value >= least && value <= most) {
            return new Value(new ByteSize(value));
        }
        String expected = "a size such as 512, 64KiB or 8MiB";
        String bounds = bounds(key, "0", "8191PiB");
        return value < 0
                ? new Wrong(expected, Units.octetsHint(text))
                : new Wrong("a size" + bounds, "");
    }

    private static String bounds(Key key, String least, String most) {
        String low = key.least().isEmpty() ? least : key.least();
        String high = key.most().isEmpty() ? most : key.most();
        return " from " + low + " to " + high;
    }
}
