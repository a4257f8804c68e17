package dev.goodgate.logs.line;

/// Takes off what others wrapped around a line, in any nesting: syslog, systemd's journal (short,
/// JSON, export), Docker and compose prefixes, Docker's JSON files, Kubernetes CRI, JSON envelopes
/// whose message is a line again; colours and other terminal escapes go, as do line ends. Control
/// characters that are left are shown as `\x1b`, so that no terminal obeys them.
public final class Peel {
    private static final int DEPTH = 8;
    private static final int INDENT = 16;

    private Peel() {}

    /// The line inside, at most eight wrappers deep. Never throws; a text that nothing wraps comes
    /// back as it is.
    public static Line of(String raw, Clock clock) {
        String text = Scrub.clean(raw);
        if (text.isEmpty()) return Line.bare(text);
        var peeling = new Peeling(text, clock);
        for (int depth = 0; depth < DEPTH && off(peeling); depth++) {
            if (peeling.text().isEmpty()) break;
        }
        return peeling.line();
    }

    /// Takes off one wrapper, told by the first character; whether there was one.
    private static boolean off(Peeling peeling) {
        String text = peeling.text();
        char first = text.charAt(0);
        if (Cursor.isDigit(first)) return digit(peeling);
        if (Character.isLetter(first)) return letter(peeling);
        return switch (first) {
            case '{' -> Envelope.off(peeling);
            case '<' -> Syslog.priority(peeling);
            case '[' -> Kernel.off(peeling) || Containers.podInBrackets(peeling);
            case '_' -> Journal.field(peeling) || Containers.pipe(peeling);
            case ' ' -> indented(peeling);
            default -> Pasted.off(peeling);
        };
    }

    private static boolean digit(Peeling peeling) {
        String text = peeling.text();
        // nginx's and Go's own time: no wrapper writes it.
        if (text.length() > 4 && text.charAt(4) == '/') return false;
        return Stamped.off(peeling)
                || Syslog.counted(peeling)
                || Containers.foreman(peeling)
                || Containers.pipe(peeling);
    }

    private static boolean letter(Peeling peeling) {
        return Stamped.off(peeling)
                || Journal.field(peeling)
                || Containers.pipe(peeling)
                || Containers.stern(peeling);
    }

    /// Spaces before a wrapper go with it; before anything else they stay.
    private static boolean indented(Peeling peeling) {
        String text = peeling.text();
        int start = 0;
        while (start < text.length() && text.charAt(start) == ' ') start++;
        if (start > INDENT || start == text.length()) return false;
        peeling.from(start);
        if (off(peeling)) return true;
        peeling.inside(text);
        return false;
    }
}
