package dev.goodgate.status;

import java.util.Locale;

/// Whether a cache may keep such an answer without being told to (RFC 9110 section 15.1).
public enum Cacheable {
    /// Heuristically cacheable.
    YES,
    /// Not unless the answer says so.
    NO,
    /// No standard says.
    UNKNOWN;

    /// As it is written in files and JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
