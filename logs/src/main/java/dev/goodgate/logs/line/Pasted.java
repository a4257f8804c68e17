package dev.goodgate.logs.line;

/// What people put around a line they paste: quotes around the whole, quote marks and bullets
/// before it.
final class Pasted {
    private Pasted() {}

    static boolean off(Peeling peeling) {
        String text = peeling.text();
        char first = text.charAt(0);
        return switch (first) {
            case '"', '\'', '`' -> quoted(peeling, first);
            case '“' -> quoted(peeling, '”');
            case '‘' -> quoted(peeling, '’');
            case '>' -> text.startsWith("> ") && peeling.from(2);
            case '•', '*' -> text.startsWith(" ", 1) && bullet(peeling);
            case '-' -> text.startsWith(" ", 1) && bullet(peeling);
            default -> false;
        };
    }

    /// A bullet; a dash in the place of a client's address is none.
    private static boolean bullet(Peeling peeling) {
        String text = peeling.text();
        if (text.length() < 3 || "-[\" ".indexOf(text.charAt(2)) >= 0) return false;
        return peeling.from(2);
    }

    private static boolean quoted(Peeling peeling, char close) {
        String text = peeling.text();
        int last = text.length() - 1;
        if (last < 1 || text.charAt(last) != close) return false;
        boolean escaped = false;
        int i = 1;
        while (i < last) {
            char c = text.charAt(i);
            if (c == close) return false;
            escaped |= c == '\\';
            i += c == '\\' ? 2 : 1;
        }
        if (i > last) return false;
        boolean json = escaped && close == '"';
        return peeling.inside(json ? JsonMembers.decoded(text, 1, last) : text.substring(1, last));
    }
}
