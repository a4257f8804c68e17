package dev.goodgate.status;

import java.util.Locale;

/// How much a code is worth as a standard.
public enum Kind {
    /// In the IANA registry and in use.
    OFFICIAL,
    /// In the IANA registry until a date.
    TEMPORARY,
    /// In the IANA registry, but withdrawn, deprecated or kept unused.
    HISTORIC,
    /// From a draft that never became a standard.
    DRAFT,
    /// Used by convention, defined by nobody.
    UNOFFICIAL,
    /// Defined by one vendor.
    VENDOR,
    /// A vendor's code that stands beside a status and says more exactly what happened.
    DETAIL,
    /// A code inside the retired field `Warning`.
    WARNING,
    /// A gap that IANA has assigned to nothing.
    UNASSIGNED;

    /// As it is written in files and JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /// Whether the IANA registry lists it.
    public boolean isRegistered() {
        return this == OFFICIAL || this == TEMPORARY || this == HISTORIC;
    }
}
