package dev.goodgate.logs.line;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Reads the times that logs write. A time without a zone is taken in the zone given, one without a
/// year (syslog) in the year that puts it nearest before the end of `today`. Immutable, for any
/// thread.
public record Clock(ZoneId zone, LocalDate today) {
    private static final int REACH = 96;
    private static final List<String> NAMES = List.of("audit", "ts", "timestamp", "time", "Time");

    /// A time and where its text ends.
    public record Stamp(long micros, int end) {
        /// No time stands there.
        public static final Stamp NONE = new Stamp(Line.NO_TIME, -1);

        /// Whether a time stands there.
        public boolean found() {
            return end >= 0;
        }
    }

    /// The time whose text starts exactly at that index, in any form known; brackets and quotes are
    /// not part of it. Never throws: what is no time, out of range or cut short is [Stamp#NONE].
    public Stamp at(String text, int from) {
        return TimeForms.read(this, text, from);
    }

    /// The first time within the first 96 characters of the text. A bare number of seconds counts
    /// only where the text starts with it or names it (`audit(`, `"ts":`, `time=`).
    public Stamp first(String text) {
        int limit = Math.min(text.length(), REACH);
        boolean inside = false;
        for (int i = 0; i < limit; i++) {
            char here = text.charAt(i);
            boolean starts = !inside;
            inside = Character.isLetterOrDigit(here);
            if (!starts || !inside) continue;
            Stamp stamp = TimeForms.read(this, text, i);
            if (stamp.found() && (!isNumber(text, i) || named(text, i))) return stamp;
        }
        return Stamp.NONE;
    }

    private static boolean isNumber(String text, int from) {
        return new Cursor(text, from).digits(10) == 10;
    }

    private static boolean named(String text, int from) {
        int end = from;
        while (end > 0 && "[ \":='(".indexOf(text.charAt(end - 1)) >= 0) end--;
        if (end == 0) return true;
        if (end == from || from - end > 4) return false;
        for (String name : NAMES) {
            int start = end - name.length();
            if (!text.startsWith(name, start)) continue;
            return start == 0 || !Character.isLetter(text.charAt(start - 1));
        }
        return false;
    }
}
