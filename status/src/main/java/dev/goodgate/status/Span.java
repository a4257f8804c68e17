package dev.goodgate.status;

/// Codes from first to last, both included.
public record Span(int first, int last) {
    /// As `420` or `432-450`.
    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }

    /// Whether the code lies in it.
    public boolean has(int code) {
        return code >= first && code <= last;
    }
}
