package dev.goodgate.logs.source;

/// Why an input was not read, or not to its end.
public enum Why {
    /// Its content or its name says that it is no text.
    BINARY,
    /// It is missing, or may not be read.
    UNREADABLE,
    /// It holds nothing.
    EMPTY,
    /// It breaks off or is damaged; what stands before that was read.
    BROKEN,
    /// It lies too deep, or after more files than are read at once.
    TOO_MANY,
    /// It is a device, a socket, a link that leads back, or a pipe that nobody named.
    SPECIAL
}
