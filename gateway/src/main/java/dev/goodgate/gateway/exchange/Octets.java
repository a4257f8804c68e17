package dev.goodgate.gateway.exchange;

import dev.goodgate.http.Head;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;

/// A head in the making, in one reused array. Belongs to one loop; what it holds is valid until it
/// is begun again.
final class Octets {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] array;
    private int length;

    Octets(byte[] scratch) {
        array = scratch;
    }

    /// The text's octets, for constants.
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    void begin() {
        length = 0;
    }

    Octets put(byte[] octets) {
        return put(octets, 0, octets.length);
    }

    Octets put(byte[] octets, int from, int to) {
        int count = to - from;
        room(count);
        System.arraycopy(octets, from, array, length, count);
        length += count;
        return this;
    }

    Octets put(char octet) {
        room(1);
        array[length++] = (byte) octet;
        return this;
    }

    Octets line() {
        room(2);
        array[length++] = '\r';
        array[length++] = '\n';
        return this;
    }

    Octets decimal(long number) {
        if (number >= 10) decimal(number / 10);
        return put((char) ('0' + number % 10));
    }

    /// That many hexadecimal digits.
    Octets hex(long number, int digits) {
        room(digits);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            array[length++] = HEX[(int) (number >>> shift) & 15];
        }
        return this;
    }

    private void room(int count) {
        if (length + count > array.length) {
            array = java.util.Arrays.copyOf(array, Math.max(array.length * 2, length + count));
        }
    }

    /// A buffer with what was put and room for `more` octets behind.
    ByteBuf toBuffer(Channel channel, int more) {
        ByteBuf buffer = channel.alloc().directBuffer(length + more);
        buffer.writeBytes(array, 0, length);
        return buffer;
    }

    /// Copies field lines of a strict head, run by run: only where a line is left out is a copy
    /// broken off.
    interface Sieve {
        /// Whether field `f` stays behind.
        boolean drops(Head head, int f);
    }

    /// Puts every field line of a head without repairs that the sieve lets through, octet for
    /// octet.
    void putLines(Head head, Sieve sieve) {
        int count = head.fieldCount();
        int end = head.length() - 2;
        int from = -1;
        byte[] octets = head.octets();
        for (int f = 0; f < count; f++) {
            boolean dropped = sieve.drops(head, f);
            if (dropped && from >= 0) {
                put(octets, from, head.nameStart(f));
                from = -1;
            } else if (!dropped && from < 0) {
                from = head.nameStart(f);
            }
        }
        if (from >= 0) put(octets, from, end);
    }

    /// The same for a head that was repaired: each line anew from its name and value.
    void putFields(Head head, Sieve sieve) {
        byte[] octets = head.octets();
        for (int f = 0; f < head.fieldCount(); f++) {
            if (sieve.drops(head, f)) continue;
            put(octets, head.nameStart(f), head.nameEnd(f)).put(':').put(' ');
            put(octets, head.valueStart(f), head.valueEnd(f)).line();
        }
    }
}
