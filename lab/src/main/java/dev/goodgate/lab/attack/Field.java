package dev.goodgate.lab.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One field line as it was on the wire, name in lower case, value trimmed.
record Field(String name, String value) {

    /// The field of a line; a line without a colon has no name.
    static Field of(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon);
        return new Field(name.toLowerCase(Locale.ROOT), trimmed(line.substring(colon + 1)));
    }

    static List<String> values(List<Field> fields, String name) {
        return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
    }

    /// The members of a list field over all its lines, in lower case.
    static List<String> tokens(List<Field> fields, String name) {
        List<String> tokens = new ArrayList<>();
        for (String value : values(fields, name)) {
            for (String token : value.split(",", -1)) {
                if (!token.isBlank()) tokens.add(trimmed(token).toLowerCase(Locale.ROOT));
            }
        }
        return tokens;
    }

    private static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && blank(value.charAt(from))) from++;
        while (to > from && blank(value.charAt(to - 1))) to--;
        return value.substring(from, to);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }
}
