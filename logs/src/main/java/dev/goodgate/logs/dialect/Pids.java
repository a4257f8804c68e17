package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Line;

/// The process that a message speaks of.
final class Pids {
    private Pids() {}

    /// The number after `pid:`, `pid` or `pid=`, whatever their case, or 0.
    static int in(String message) {
        for (int i = 0; i + 4 < message.length(); i++) {
            if (!message.regionMatches(true, i, "pid", 0, 3)) continue;
            if (i > 0 && Character.isLetterOrDigit(message.charAt(i - 1))) continue;
            int digits = i + 3;
            while (digits < message.length() && ":= ".indexOf(message.charAt(digits)) >= 0)
                digits++;
            int pid = Figures.wholeAt(message, digits);
            if (digits > i + 3 && pid > 0) return pid;
        }
        return 0;
    }

    /// The first of these that is known: what the text says, what the line's wrapper said.
    static int of(int own, Line line) {
        return own > 0 ? own : line.pid();
    }
}
