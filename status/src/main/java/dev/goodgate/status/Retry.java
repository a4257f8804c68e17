package dev.goodgate.status;

import java.util.Locale;

/// Whether it is sensible to send the same request again.
public enum Retry {
    /// Unchanged, a little later.
    YES,
    /// Only if repeating is harmless, after `Retry-After`, or after something was changed.
    CONDITIONAL,
    /// Unchanged it ends the same way.
    NO;

    /// As it is written in files and JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
