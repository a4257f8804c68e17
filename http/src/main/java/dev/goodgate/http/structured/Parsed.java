package dev.goodgate.http.structured;

/// What became of a field value: the structure it has, or why it has none. A value with a fault is
/// ignored as a whole. RFC 9651 section 4.2.
///
/// @param <T> the structure: an item, a list or a dictionary
public sealed interface Parsed<T> {

    /// The structure.
    ///
    /// @param <T> its type
    /// @param value it
    record Value<T>(T value) implements Parsed<T> {}

    /// The first octet that does not fit.
    ///
    /// @param <T> the type that was asked for
    /// @param expected what would have fitted, in a few words
    /// @param offset characters before the one that does not fit
    record Fault<T>(String expected, int offset) implements Parsed<T> {}
}
