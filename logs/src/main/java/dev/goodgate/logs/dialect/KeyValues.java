package dev.goodgate.logs.dialect;

import java.util.ArrayList;
import java.util.List;

/// `key=value key="quoted value"` fields; words without `=` between them are passed over. A cut
/// quote yields what was there.
final class KeyValues implements Named {
    private static final int MOST = 128;

    private final List<String> keys = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private KeyValues() {}

    /// The fields from that index on.
    static KeyValues of(String text, int from) {
        KeyValues fields = new KeyValues();
        int at = from;
        while (at < text.length() && fields.keys.size() < MOST) {
            while (at < text.length() && blank(text.charAt(at))) at++;
            int start = at;
            while (at < text.length() && !blank(text.charAt(at)) && text.charAt(at) != '=') at++;
            if (at >= text.length() || text.charAt(at) != '=') continue;
            at = fields.value(text, text.substring(start, at), at + 1);
        }
        return fields;
    }

    /// How many fields there are.
    int size() {
        return keys.size();
    }

    @Override
    public String get(String key) {
        int i = keys.indexOf(key);
        return i < 0 ? "" : values.get(i);
    }

    private int value(String text, String key, int from) {
        keys.add(key);
        if (from >= text.length() || text.charAt(from) != '"') {
            int end = from;
            while (end < text.length() && !blank(text.charAt(end))) end++;
            values.add(text.substring(from, end));
            return end;
        }
        int end = Columns.quoteEnd(text, from + 1);
        values.add(Escapes.undo(text.substring(from + 1, end)));
        return end + 1;
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == ',';
    }
}
