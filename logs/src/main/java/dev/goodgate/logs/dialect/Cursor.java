package dev.goodgate.logs.dialect;

/// A place in a text that moves forward as fields are read. At the end every field is empty: a line
/// that was cut reads like one that says less. For one thread.
final class Cursor {
    final String text;
    int at;

    Cursor(String text, int at) {
        this.text = text;
        this.at = Math.min(Math.max(at, 0), text.length());
    }

    /// Whether nothing is left.
    boolean end() {
        return at >= text.length();
    }

    /// The next character, or NUL at the end.
    char peek() {
        return end() ? 0 : text.charAt(at);
    }

    /// Passes blanks.
    Cursor spaces() {
        while (!end() && blank(text.charAt(at))) at++;
        return this;
    }

    /// Passes that text when it stands here; says whether it did.
    boolean skip(String expected) {
        if (!text.startsWith(expected, at)) return false;
        at += expected.length();
        return true;
    }

    /// The characters up to a blank, after blanks.
    String word() {
        spaces();
        int from = at;
        while (!end() && !blank(text.charAt(at))) at++;
        return text.substring(from, at);
    }

    /// What stands up to that character, which is passed; all that is left when it does not come.
    String upTo(char stop) {
        int from = at;
        int found = text.indexOf(stop, at);
        at = found < 0 ? text.length() : found + 1;
        return text.substring(from, found < 0 ? text.length() : found);
    }

    /// What stands between the quote here and the next one that no backslash escapes.
    String quoted() {
        int from = Math.min(at + 1, text.length());
        int end = from;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
        at = Math.min(end + 1, text.length());
        return text.substring(from, end);
    }

    /// A quoted text, one in square brackets, or a word: without its quotes or brackets.
    String token() {
        spaces();
        if (peek() == '"') return quoted();
        if (peek() != '[') return word();
        at++;
        return upTo(']');
    }

    /// What a proxy says of each try: values with `, ` between, and ` : ` after an internal
    /// redirect.
    String tries() {
        spaces();
        int from = at;
        do {
            word();
        } while (more());
        return text.substring(from, at);
    }

    private boolean more() {
        if (end()) return false;
        if (at > 0 && text.charAt(at - 1) == ',') return true;
        return skip(" : ");
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }
}
