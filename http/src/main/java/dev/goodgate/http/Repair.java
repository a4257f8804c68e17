package dev.goodgate.http;

/// What was put right in a response before it may be forwarded; each one is an observation.
public enum Repair {
    /// White space between a field's name and its colon was removed. RFC 9112 section 5.1.
    SPACE_BEFORE_COLON,
    /// A field value folded over lines was joined by one space. RFC 9112 section 5.2.
    OBS_FOLD,
    /// A line of the head ended in LF alone. RFC 9112 section 2.2.
    BARE_LF,
    /// Content-Length beside Transfer-Encoding: the length does not count. RFC 9112 section 6.3.
    LENGTH_AND_CODING,
    /// Content-Length was given several times with one value. RFC 9110 section 8.6.
    DUPLICATE_LENGTH,
    /// The status line ended after the status code. RFC 9112 section 4.
    MISSING_REASON,
    /// An HTTP/1.0 response was chunked. RFC 9112 section 6.1.
    CHUNKED_IN_1_0;

    /// This repair as a bit of [Head#repairs()].
    @SuppressWarnings("EnumOrdinal") // the set is never stored
    public int bit() {
        return 1 << ordinal();
    }

    /// Whether this repair is in a set given by [Head#repairs()].
    public boolean in(int repairs) {
        return (repairs & bit()) != 0;
    }
}
