package dev.goodgate.diagnosis.text;

/// Writes JSON (RFC 8259) into a buffer of its own: commas and escapes are right whatever the texts
/// hold. Not thread safe.
public final class Json {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);

    /// Begins an object.
    public Json open() {
        separate();
        out.append('{');
        return this;
    }

    /// Ends an object.
    public Json close() {
        out.append('}');
        return this;
    }

    /// Begins an array as the member of that name.
    public Json list(String name) {
        name(name);
        out.append('[');
        return this;
    }

    /// Begins an object as the member of that name.
    public Json object(String name) {
        name(name);
        out.append('{');
        return this;
    }

    /// Ends an array.
    public Json end() {
        out.append(']');
        return this;
    }

    /// A member that is text.
    public Json member(String name, String value) {
        name(name);
        return text(value);
    }

    /// A member that is a finite number with a fraction.
    public Json member(String name, double value) {
        name(name);
        out.append(value);
        return this;
    }

    /// A member that is text, left out when it is empty.
    public Json known(String name, String value) {
        return value.isEmpty() ? this : member(name, value);
    }

    /// A member that is a whole number.
    public Json member(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    /// A member that is a whole number, left out when it is negative: not known.
    public Json known(String name, long value) {
        return value < 0 ? this : member(name, value);
    }

    /// A member that is true or false.
    public Json member(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /// A text as an array's item.
    public Json item(String value) {
        separate();
        return text(value);
    }

    /// A whole number as an array's item.
    public Json item(long value) {
        separate();
        out.append(value);
        return this;
    }

    /// What has been written.
    @Override
    public String toString() {
        return out.toString();
    }

    /// The text as it stands between the quotes of a JSON string. Lone surrogates become U+FFFD, so
    /// that the octets are always UTF-8.
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        escape(text, out);
        return out.toString();
    }

    private void name(String name) {
        separate();
        text(name);
        out.append(':');
    }

    private Json text(String value) {
        out.append('"');
        escape(value, out);
        out.append('"');
        return this;
    }

    private void separate() {
        if (out.isEmpty()) return;
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[' && last != ':') out.append(',');
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f || c == '\u2028' || c == '\u2029') {
                        unicode(c, out);
                    } else if (Character.isSurrogate(c)) {
                        i += surrogate(text, i, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }

    private static void unicode(char c, StringBuilder out) {
        out.append("\\u")
                .append(HEX.charAt(c >> 12 & 15))
                .append(HEX.charAt(c >> 8 & 15))
                .append(HEX.charAt(c >> 4 & 15))
                .append(HEX.charAt(c & 15));
    }

    /// Writes a pair, or the replacement of a lone half; the number of further chars used.
    private static int surrogate(String text, int at, StringBuilder out) {
        if (at + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
            out.append(text, at, at + 2);
            return 1;
        }
        out.append('\ufffd');
        return 0;
    }
}
