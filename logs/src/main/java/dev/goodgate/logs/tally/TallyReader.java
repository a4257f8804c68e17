package dev.goodgate.logs.tally;

import java.util.ArrayList;
import java.util.List;

/// Reads what [TallyWriter] wrote. Octets that it did not write end in an
/// [IllegalArgumentException], and never take more memory than a small multiple of their number.
/// For one thread.
final class TallyReader {
    private final byte[] octets;
    private final List<String> known = new ArrayList<>();
    private int at;

    TallyReader(byte[] octets) {
        this.octets = octets;
    }

    long number() {
        long value = groups();
        return (value >>> 1) ^ -(value & 1);
    }

    boolean flag() {
        return number() != 0;
    }

    /// How many of something follow.
    int count() {
        long count = number();
        if (count < 0 || count > octets.length - at) throw broken("a count of " + count);
        return (int) count;
    }

    String text() {
        long place = number();
        if (place < 0 || place > known.size()) throw broken("a text of number " + place);
        if (place > 0) return known.get((int) place - 1);
        char[] text = new char[count()];
        for (int i = 0; i < text.length; i++) text[i] = (char) groups();
        known.add(new String(text));
        return known.getLast();
    }

    /// Takes pairs of numbers.
    void pairs(Pair taker) {
        for (int left = count(); left > 0; left--) taker.take(number(), number());
    }

    /// Takes a pair of numbers.
    interface Pair {
        void take(long key, long value);
    }

    /// That nothing follows.
    void end() {
        if (at < octets.length) throw broken("nothing more was expected");
    }

    IllegalArgumentException broken(String seen) {
        return new IllegalArgumentException("tally: " + seen + " at octet " + at);
    }

    private long groups() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= octets.length) throw broken("breaks off");
            byte octet = octets[at++];
            value |= (octet & 0x7fL) << shift;
            if (octet >= 0) return value;
        }
        throw broken("a number without end");
    }
}
