package dev.goodgate.logs.dialect;

import java.util.List;

/// The names that programs give to how bad a line is.
final class Levels {
    private static final List<String> NAMES =
            List.of(
                    "ERROR",
                    "WARN",
                    "WARNING",
                    "INFO",
                    "DEBUG",
                    "FATAL",
                    "CRITICAL",
                    "TRACE",
                    "NOTICE",
                    "NOTE",
                    "SEVERE",
                    "CONFIG",
                    "FINE",
                    "FINER",
                    "FINEST",
                    "ERR",
                    "WRN",
                    "INF",
                    "DBG",
                    "TRC",
                    "FTL",
                    "PNC",
                    "PANIC",
                    "CRIT",
                    "EMERG",
                    "ALERT",
                    "LOG",
                    "HINT",
                    "DETAIL",
                    "STATEMENT",
                    "CONTEXT",
                    "SYSTEM",
                    "DEBG",
                    "BLAT",
                    "TRAC",
                    "ERRO",
                    "FATA",
                    "PANI",
                    "DPANIC",
                    "EXCEPTION");

    private Levels() {}

    /// Whether what stands there is one; case does not matter.
    static boolean at(String text, int from, int to) {
        int length = to - from;
        if (length < 3) return false;
        for (String name : NAMES) {
            if (name.length() == length && text.regionMatches(true, from, name, 0, length)) {
                return true;
            }
        }
        return false;
    }
}
