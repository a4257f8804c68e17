package dev.goodgate.gateway.config;

/// What became of one scalar: a value, or what should have been there and how to write it.
sealed interface Parsed {
    /// A value of the shape's type.
    record Value(Object value) implements Parsed {}

    /// Not a value; an empty hint is none.
    record Wrong(String expected, String hint) implements Parsed {}
}
