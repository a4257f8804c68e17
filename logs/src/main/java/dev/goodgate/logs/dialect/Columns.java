package dev.goodgate.logs.dialect;

import java.util.ArrayList;
import java.util.List;

/// The columns of a positional log: parted by blanks, `"..."` and `[...]` at the start of a column
/// kept together; or parted by tabs alone. At most 96.
final class Columns {
    private static final int MOST = 96;

    private final List<String> texts = new ArrayList<>(32);
    private final List<Boolean> quoted = new ArrayList<>(32);

    private Columns() {}

    /// Those parted by blanks.
    static Columns of(String text) {
        Columns columns = new Columns();
        int at = 0;
        while (at < text.length() && columns.texts.size() < MOST) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') at++;
            else at = columns.take(text, at, c);
        }
        return columns;
    }

    /// Those parted by single tabs.
    static Columns tabbed(String text) {
        Columns columns = new Columns();
        int from = 0;
        while (columns.texts.size() < MOST) {
            int tab = text.indexOf('\t', from);
            columns.add(text.substring(from, tab < 0 ? text.length() : tab), false);
            if (tab < 0) break;
            from = tab + 1;
        }
        return columns;
    }

    /// How many there are.
    int size() {
        return texts.size();
    }

    /// One of them without its quotes or brackets, empty past the end.
    String get(int i) {
        return i >= 0 && i < texts.size() ? texts.get(i) : "";
    }

    /// Whether it stood in quotes.
    boolean quoted(int i) {
        return i >= 0 && i < texts.size() && quoted.get(i);
    }

    /// Whether it is a number of digits only, not quoted.
    boolean number(int i) {
        return !quoted(i) && Figures.whole(get(i)) >= 0;
    }

    /// The index of the quote that ends a quoted text, or the text's length.
    static int quoteEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') return i;
            if (c == '\\') i++;
        }
        return text.length();
    }

    private int take(String text, int from, char c) {
        if (c == '"') {
            int end = quoteEnd(text, from + 1);
            add(text.substring(from + 1, end), true);
            return end + 1;
        }
        int close = c == '[' ? text.indexOf(']', from) : -1;
        if (close > 0) {
            add(text.substring(from + 1, close), false);
            return close + 1;
        }
        int end = from;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '\t') end++;
        add(text.substring(from, end), false);
        return end;
    }

    private void add(String column, boolean inQuotes) {
        texts.add(column);
        quoted.add(inQuotes);
    }
}
