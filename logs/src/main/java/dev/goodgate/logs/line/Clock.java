package dev.goodgate.logs.line;

import java.time.LocalDate;
import java.time.ZoneId;

/// Reads the times that logs write. A time without a zone is taken in the zone given, one without a
/// year (syslog) in the year that puts it nearest before the end of `today`. Immutable, for any
/// thread.
public record Clock(ZoneId zone, LocalDate today) {

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
    /// not part of it.
    public Stamp at(String text, int from) {
        return Stamp.NONE;
    }

    /// The first time within the first 96 characters of the text.
    public Stamp first(String text) {
        return Stamp.NONE;
    }
}
