package dev.goodgate.logs.line;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The members of a JSON object, one after the other, without a tree. Of an object that is cut
/// short or broken it gives what stands before that. For one thread; never throws.
final class JsonMembers {
    private final Cursor in;
    private String name = "";
    private int valueFrom;
    private int valueTo;

    /// Starts behind the brace at that index.
    JsonMembers(String text, int brace) {
        in = new Cursor(text, brace + 1);
    }

    /// Goes to the next member; false at the end.
    boolean next() {
        white();
        if (in.eat(',')) white();
        if (in.peek() != '"') return false;
        int start = in.at + 1;
        string();
        name = in.text.substring(start, Math.max(start, in.at - 1));
        white();
        if (!in.eat(':')) return false;
        white();
        valueFrom = in.at;
        pass();
        valueTo = in.at;
        return valueTo > valueFrom;
    }

    /// The member's name as it is written, with its escapes.
    String name() {
        return name;
    }

    /// Whether its value starts with that character: `"`, `{`, `[`, ...
    boolean startsWith(char kind) {
        return in.text.charAt(valueFrom) == kind;
    }

    /// Where its value starts.
    int at() {
        return valueFrom;
    }

    /// A string without its quotes and escapes, a list of numbers as octets of UTF-8, anything else
    /// as it is written.
    String value() {
        if (startsWith('[')) return octets(in.text, valueFrom, valueTo);
        if (!startsWith('"')) return in.text.substring(valueFrom, valueTo);
        boolean closed = valueTo - valueFrom > 1 && in.text.charAt(valueTo - 1) == '"';
        return decoded(in.text, valueFrom + 1, closed ? valueTo - 1 : valueTo);
    }

    private void white() {
        while (in.peek() == ' ' || in.peek() == '\t') in.at++;
    }

    /// Moves past a string, or to the end of the text where nothing closes it.
    private void string() {
        String text = in.text;
        int from = in.at + 1;
        while (true) {
            int quote = text.indexOf('"', from);
            if (quote < 0) break;
            int slashes = quote;
            while (slashes > from && text.charAt(slashes - 1) == '\\') slashes--;
            from = quote + 1;
            if ((quote - slashes) % 2 == 1) continue;
            in.at = from;
            return;
        }
        in.at = text.length();
    }

    private void pass() {
        char first = in.peek();
        if (first == '"') {
            string();
        } else if (first == '{' || first == '[') {
            nested();
        } else {
            while (in.at < in.text.length() && ",} \t]".indexOf(in.peek()) < 0) in.at++;
        }
    }

    private void nested() {
        int depth = 0;
        while (in.at < in.text.length()) {
            char c = in.peek();
            if (c == '"') {
                string();
                continue;
            }
            in.at++;
            if (c == '{' || c == '[') depth++;
            if (c == '}' || c == ']') depth--;
            if (depth == 0) return;
        }
    }

    /// The characters that the inside of a JSON string stands for. What is no escape stays.
    static String decoded(String text, int from, int to) {
        int escape = text.indexOf('\\', from);
        if (escape < 0 || escape >= to) return text.substring(from, Math.max(from, to));
        var out = new StringBuilder(to - from);
        int copied = from;
        while (escape >= 0 && escape < to - 1) {
            out.append(text, copied, escape);
            char kind = text.charAt(escape + 1);
            int code = kind == 'u' ? hex(text, escape + 2, to) : simple(kind);
            copied = escape + (kind == 'u' && code >= 0 ? 6 : 2);
            if (code < 0) out.append('\\').append(kind);
            else out.append((char) code);
            escape = text.indexOf('\\', copied);
        }
        return out.append(text, copied, to).toString();
    }

    private static int simple(char kind) {
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> kind;
            default -> -1;
        };
    }

    private static int hex(String text, int from, int to) {
        if (to - from < 4) return -1;
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) return -1;
            value = value * 16 + digit;
        }
        return value;
    }

    private static String octets(String text, int from, int to) {
        var out = new ByteArrayOutputStream(to - from);
        var in = new Cursor(text, from + 1);
        while (in.at < to) {
            int digits = in.digits(3);
            if (digits > 0) out.write(in.exact(digits));
            else in.at++;
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
