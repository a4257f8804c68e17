package dev.goodgate.http;

/// How far a head has been understood.
public enum Progress {
    /// Everything given was taken; the head goes on.
    MORE,
    /// The head is complete; octets behind it were left in the buffer.
    DONE,
    /// A rule is broken; the parser's violation names it. Nothing more of this connection may be
    /// read.
    BROKEN
}
