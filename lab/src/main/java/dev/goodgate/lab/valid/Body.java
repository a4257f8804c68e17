package dev.goodgate.lab.valid;

/// The content of a message and how its end is told.
///
/// @param octets one character each
/// @param wire the same as it is sent, chunk framing included
record Body(Kind kind, String octets, String wire) {
    static final Body NONE = new Body(Kind.NONE, "", "");

    /// How the end is told.
    enum Kind {
        NONE,
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE
    }
}
