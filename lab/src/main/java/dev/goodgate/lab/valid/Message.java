package dev.goodgate.lab.valid;

import java.util.List;

/// A valid message and what has to come of it on the other side.
///
/// @param wire the octets sent, one character each
/// @param start the words of its first line: method, target, version, or version, status, reason
/// @param kept the field lines that must arrive, in order, framing and Host left out
record Message(String wire, List<String> start, List<Line> kept, Body body) {
    Message {
        start = List.copyOf(start);
        kept = List.copyOf(kept);
    }

    String word(int index) {
        return start.get(index);
    }

    /// Whether the sender may send another message on the same connection.
    boolean closes() {
        return body.kind() == Body.Kind.UNTIL_CLOSE || start.contains("HTTP/1.0");
    }
}
