package dev.goodgate.http;

/// Where the content of a message ends. RFC 9112 section 6.3.
public enum Framing {
    /// There is no content.
    NONE,
    /// After as many octets as Content-Length says.
    LENGTH,
    /// After the last chunk and its trailer section.
    CHUNKED,
    /// Where the peer closes; responses only.
    UNTIL_CLOSE
}
