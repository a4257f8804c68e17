package dev.goodgate.http;

import java.nio.charset.StandardCharsets;

/// A broken rule as a value: which one, where, and the octets that show it.
///
/// The rule and the offset do not depend on how the octets were cut; how many octets behind the
/// offset were at hand does. `octets` is shared, not copied: treat it as read-only.
///
/// @param rule the rule that was broken
/// @param offset octets of the message (or of its content) before the one that broke the rule
/// @param octets up to 32 octets around that place
/// @param subject the transfer coding or the field name in question, else empty
@SuppressWarnings("ArrayRecordComponent") // read-only by contract, made once a failure
public record Violation(Rule rule, long offset, byte[] octets, String subject) {

    static final int OCTETS = 32;

    /// A violation without a subject.
    public Violation(Rule rule, long offset, byte[] octets) {
        this(rule, offset, octets, "");
    }

    /// Cuts the octets around the breach out of a slab: from the line's start or from 15 octets
    /// before, and from the breach itself where it is before the line read last.
    static Violation cut(Breach breach, long offset, byte[] slab, int line, int end) {
        int at = breach.at();
        int from = line > at ? at : Math.max(line, at - OCTETS / 2 + 1);
        int to = Math.min(end, from + OCTETS);
        byte[] octets = new byte[Math.max(0, to - from)];
        System.arraycopy(slab, from, octets, 0, octets.length);
        return new Violation(breach.rule(), offset, octets, breach.subject());
    }

    /// The octets in printable ASCII: `\r`, `\n`, `\t`, `\\` and `\xNN` for what is not.
    public String escaped() {
        var text = new StringBuilder(octets.length * 2);
        for (byte b : octets) {
            switch (b) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (b >= ' ' && b < 127) {
                        text.append((char) b);
                    } else {
                        text.append("\\x").append(hex(b >> 4)).append(hex(b));
                    }
                }
            }
        }
        return text.toString();
    }

    private static char hex(int nibble) {
        return Character.forDigit(nibble & 15, 16);
    }

    /// The rule, its section, the offset and the octets in one line, for logs and tests.
    @Override
    public String toString() {
        return rule.id() + " (" + rule.section() + ") at " + offset + ": " + escaped();
    }

    static String latin1(byte[] slab, int from, int to) {
        return new String(slab, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
