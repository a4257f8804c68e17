package dev.goodgate.logs.line;

import java.util.Locale;
import java.util.Set;

/// `host program[77]: ` of syslog and the journal.
final class Header {
    /// How far the time before it shows that a header follows.
    enum Trust {
        /// `Jan 2 03:04:05`: the host may be missing.
        SYSLOG,
        /// `2026-01-02T03:04:05`: programs write that too; without a host, brackets are wanted.
        ISO,
        /// Anything else: host and number are wanted.
        OTHER
    }

    private static final int LONGEST = 80;
    private static final Set<String> LEVELS =
            Set.of(
                    "trace",
                    "trc",
                    "debug",
                    "dbg",
                    "debg",
                    "info",
                    "inf",
                    "notice",
                    "note",
                    "warn",
                    "wrn",
                    "warning",
                    "error",
                    "err",
                    "eror",
                    "severe",
                    "crit",
                    "critical",
                    "alert",
                    "emerg",
                    "fatal",
                    "ftl",
                    "panic",
                    "fine",
                    "log",
                    "verbose",
                    "normal",
                    "hint",
                    "detail",
                    "statement");

    private Header() {}

    /// Whether that word names a level rather than a host, program or container.
    static boolean isLevel(String word) {
        return word.length() <= 9 && LEVELS.contains(word.toLowerCase(Locale.ROOT));
    }

    /// Takes off a header that starts there.
    static boolean off(Peeling peeling, int from, Trust trust) {
        String text = peeling.text();
        int hostEnd = host(text, from);
        if (hostEnd > from) {
            String host = text.substring(from, hostEnd);
            if (!isLevel(host)
                    && program(peeling, hostEnd + 1, trust == Trust.OTHER ? trust : Trust.SYSLOG)) {
                peeling.on(host);
                return true;
            }
        }
        if (trust == Trust.OTHER) return false;
        return program(peeling, from, trust);
    }

    /// The end of a host's name before a space, or `from`.
    private static int host(String text, int from) {
        int i = from;
        boolean letter = false;
        while (i < text.length() && i - from < 256 && inHost(text.charAt(i))) {
            char c = text.charAt(i++);
            letter |= Cursor.isLetter(c) || c == '.' || c == ':';
        }
        boolean ends = i < text.length() && text.charAt(i) == ' ';
        return ends && letter && i > from && text.charAt(i - 1) != ':' ? i : from;
    }

    private static boolean inHost(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == ':';
    }

    /// `program[77]: ` or, where the time is syslog's, `program: `.
    private static boolean program(Peeling peeling, int from, Trust trust) {
        var in = new Cursor(peeling.text(), from);
        char first = in.peek();
        if (!Cursor.isLetter(first) && "(/_-0123456789".indexOf(first) < 0) return false;
        while (in.at - from < LONGEST && inProgram(in.peek())) in.at++;
        int nameEnd = in.at;
        if (nameEnd == from || !hasLetter(in.text, from, nameEnd)) return false;
        String inner = "";
        if (in.eat('[')) {
            int start = in.at;
            while (in.at - start < LONGEST && inProgram(in.peek())) in.at++;
            inner = in.text.substring(start, in.at);
            if (inner.isEmpty() || !in.eat(']')) return false;
        } else if (trust != Trust.SYSLOG) {
            return false;
        }
        if (!in.eat(':')) return false;
        if (in.peek() != ' ' && in.peek() != '\t' && in.peek() != 0) return false;
        String name = in.text.substring(from, nameEnd);
        if (inner.isEmpty() && isLevel(name)) return false;
        boolean number = inner.isEmpty() || allDigits(inner);
        peeling.by(number ? name : name + "/" + inner);
        if (number) peeling.process(inner);
        peeling.from(in.peek() == ' ' ? in.at + 1 : in.at);
        return !name.equals("kernel") || Kernel.uptimeOff(peeling);
    }

    private static boolean inProgram(char c) {
        return Cursor.isLetter(c) || Cursor.isDigit(c) || "._-/@()+~\\".indexOf(c) >= 0;
    }

    private static boolean hasLetter(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Cursor.isLetter(text.charAt(i))) return true;
        }
        return false;
    }

    private static boolean allDigits(String text) {
        return new Cursor(text, 0).digits(text.length()) == text.length();
    }
}
