package dev.goodgate.logs.line;

/// One line without what carried it: no syslog or container prefix, no JSON envelope, no colours,
/// no line end. `text` keeps the writer's own prefix (`2026/01/02 03:04:05 [error] 7#7: ...`).
/// `micros` is the time the innermost wrapper knew, in microseconds since 1970 UTC, or [#NO_TIME].
/// `writer` is the program or container that a wrapper named (`nginx`, `kernel`, `php-fpm`,
/// `web-1`), `host` the machine or pod, both empty where unknown; `pid` 0 where unknown.
/// `contained` says that a container runtime's wrapper was peeled off (Docker, compose, CRI,
/// Kubernetes).
public record Line(
        String text, long micros, String writer, String host, int pid, boolean contained) {
    /// Stands for a time nobody wrote.
    public static final long NO_TIME = Long.MIN_VALUE;

    /// A line that nothing wrapped.
    public static Line bare(String text) {
        return new Line(text, NO_TIME, "", "", 0, false);
    }

    /// Whether a wrapper or format knew when.
    public boolean timed() {
        return micros != NO_TIME;
    }
}
