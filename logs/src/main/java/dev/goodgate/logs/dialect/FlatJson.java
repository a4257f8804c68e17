package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Line;
import java.util.Arrays;
import java.util.Optional;

/// The scalars of one JSON object, without a tree: keys of objects inside are joined by dots
/// (`request.uri`), case does not matter, what stands in arrays is passed over. A cut object yields
/// what was there. Nothing is copied before it is asked for.
final class FlatJson implements Named {
    private static final int DEEPEST = 32;
    private static final int MOST = 256;

    private final String text;
    private int[] spans = new int[5 * 32];
    private int count;
    private int at;

    private final int[] parents = new int[DEEPEST];
    private int depth;

    private FlatJson(String text, int from) {
        this.text = text;
        at = from + 1;
    }

    /// The object that a line consists of; empty when the line does not start as one.
    static Optional<FlatJson> of(Line line) {
        String text = line.text();
        return text.startsWith("{") ? of(text, 0) : Optional.empty();
    }

    /// The object that starts at that index, where `{` stands; empty when no key follows.
    static Optional<FlatJson> of(String text, int from) {
        FlatJson json = new FlatJson(text, from);
        json.blanks();
        if (json.at >= text.length() || text.charAt(json.at) != '"') return Optional.empty();
        json.parents[0] = -1;
        json.scan();
        return json.count == 0 ? Optional.empty() : Optional.of(json);
    }

    @Override
    public String get(String key) {
        for (int i = 0; i < count; i++) {
            if (spans[5 * i + 4] >= 0 && named(i, key)) {
                return value(spans[5 * i + 3], spans[5 * i + 4]);
            }
        }
        return "";
    }

    /// Whether an object or a scalar has that name.
    boolean has(String key) {
        for (int i = 0; i < count; i++) {
            if (named(i, key)) return true;
        }
        return false;
    }

    private boolean named(int field, String key) {
        int end = key.length();
        int i = field;
        while (true) {
            int from = spans[5 * i];
            int length = spans[5 * i + 1] - from;
            if (length > end || !text.regionMatches(true, from, key, end - length, length)) {
                return false;
            }
            end -= length;
            i = spans[5 * i + 2];
            if (i < 0) return end == 0;
            if (end == 0 || key.charAt(end - 1) != '.') return false;
            end--;
        }
    }

    private void scan() {
        while (at < text.length() && count < MOST) {
            char c = text.charAt(at);
            if (c == '}') {
                if (--depth < 0) return;
                at++;
            } else if (c == '"') {
                field();
            } else {
                at++;
            }
        }
    }

    /// From a key's quote to the end of its value, or into it when it is an object.
    private void field() {
        int from = ++at;
        int to = stringEnd();
        blanks();
        if (at >= text.length() || text.charAt(at) != ':') return;
        at++;
        blanks();
        if (at >= text.length()) return;
        switch (text.charAt(at)) {
            case '{' -> {
                int parent = add(from, to, at, -1);
                at++;
                if (depth + 1 < DEEPEST) parents[++depth] = parent;
                else at = text.length();
            }
            case '[' -> {
                add(from, to, at, -1);
                array();
            }
            case '"' -> {
                int start = ++at;
                int end = stringEnd();
                add(from, to, start, end);
            }
            default -> {
                int start = at;
                while (at < text.length() && !ends(text.charAt(at))) at++;
                add(from, to, start, at);
            }
        }
    }

    private void array() {
        int open = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '[') open++;
            else if (c == '"') stringEnd();
            else if (c == ']' && --open == 0) return;
        }
    }

    /// Where the string ends in which `at` stands; `at` goes past its quote.
    private int stringEnd() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') return at - 1;
            if (c == '\\') at++;
        }
        at = text.length();
        return at;
    }

    private int add(int keyFrom, int keyTo, int from, int to) {
        if (5 * count == spans.length) spans = Arrays.copyOf(spans, spans.length * 2);
        int i = 5 * count;
        spans[i] = keyFrom;
        spans[i + 1] = keyTo;
        spans[i + 2] = parents[depth];
        spans[i + 3] = from;
        spans[i + 4] = to;
        return count++;
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) <= ' ') at++;
    }

    private static boolean ends(char c) {
        return c == ',' || c == '}' || c == ']' || c <= ' ';
    }

    private String value(int from, int to) {
        return Escapes.undo(text.substring(from, to));
    }
}
