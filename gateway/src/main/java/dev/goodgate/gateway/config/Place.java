package dev.goodgate.gateway.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// A spot in the file, counted from 1, and what stands there, fit for printing. Line 0: the file as
/// a whole.
record Place(int line, int column, String seen) {
    static final Place FILE = new Place(0, 0, "");

    static Place of(Optional<Mark> mark, String seen) {
        return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1, seen)).orElse(FILE);
    }

    Place seeing(String other) {
        return new Place(line, column, other);
    }

    /// `text` in quotes, control characters escaped, cut at 80 characters.
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), 80); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' '
                            || (c >= 0x7f && c < 0xa0)
                            || Character.getType(c) == Character.FORMAT) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append(text.length() > 80 ? "…\"" : "\"").toString();
    }
}
