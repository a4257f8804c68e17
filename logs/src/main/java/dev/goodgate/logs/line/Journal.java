package dev.goodgate.logs.line;

import java.util.List;

/// The lines of `journalctl -o export` and `-o verbose`, one field each: of the message its text is
/// left, of the others nothing.
final class Journal {
    private static final String MESSAGE = "MESSAGE=";
    private static final List<String> OTHERS =
            List.of("PRIORITY=", "SYSLOG_", "CODE_", "MESSAGE_ID=", "INVOCATION_ID=", "JOB_");

    private Journal() {}

    /// Takes off the name of a field.
    static boolean field(Peeling peeling) {
        String text = peeling.text();
        if (text.startsWith(MESSAGE)) return peeling.from(MESSAGE.length());
        if (text.charAt(0) != '_' && !isOther(text)) return false;
        int equal = nameEnd(text);
        if (equal < 0) return false;
        String value = text.substring(equal + 1);
        if (text.startsWith("__REALTIME_TIMESTAMP=")) peeling.at(peeling.clock.at(value, 0));
        return peeling.from(text.length());
    }

    private static boolean isOther(String text) {
        for (String name : OTHERS) {
            if (text.startsWith(name)) return true;
        }
        return false;
    }

    private static int nameEnd(String text) {
        int i = 0;
        while (i < text.length() && i < 64) {
            char c = text.charAt(i);
            if (c == '=') return i > 2 ? i : -1;
            boolean name = c == '_' || (c >= 'A' && c <= 'Z') || Cursor.isDigit(c);
            if (!name) return -1;
            i++;
        }
        return -1;
    }
}
