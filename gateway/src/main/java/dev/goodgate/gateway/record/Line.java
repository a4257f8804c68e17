package dev.goodgate.gateway.record;

/// One log line in the making: octets in a buffer that its thread reuses, so that encoding
/// allocates nothing once the buffer has grown. Whatever comes from outside passes through one of
/// the escaping methods: no control character, quote or octet above 126 leaves raw. Not thread
/// safe.
final class Line {
    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    /// Renders its times; one a line because it remembers the last second.
    final LogTime time = new LogTime();

    private byte[] octets = new byte[1024];
    private int length;
    private Escaping escaping = Escaping.JSON;

    /// How text from outside is made harmless.
    enum Escaping {
        /// As JSON wants it: quote and backslash behind a backslash, the rest as four hex digits.
        JSON,
        /// As Apache writes it: the same, but the rest as `x` and two hex digits.
        APACHE
    }

    byte[] octets() {
        return octets;
    }

    int length() {
        return length;
    }

    /// Starts a new line of that form.
    Line begin(Escaping form) {
        length = 0;
        escaping = form;
        return this;
    }

    /// Octets of our own, such as a member's name with its punctuation.
    Line raw(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, octets, length, text.length);
        length += text.length;
        return this;
    }

    Line octet(int octet) {
        room(1);
        octets[length++] = (byte) octet;
        return this;
    }

    /// Printable ASCII of our own, such as a symptom's id.
    Line ascii(String text) {
        int size = text.length();
        room(size);
        for (int i = 0; i < size; i++) octets[length + i] = (byte) text.charAt(i);
        length += size;
        return this;
    }

    Line number(long value) {
        room(20);
        if (value < 0) {
            octets[length++] = '-';
            return digits(-value, 1);
        }
        return digits(value, 1);
    }

    /// Decimal digits with leading zeros up to `least` places.
    Line digits(long value, int least) {
        room(20);
        int places = least;
        for (long bound = power(least); places < 19 && value >= bound; bound *= 10) places++;
        long rest = value;
        for (int i = length + places - 1; i >= length; i--) {
            octets[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += places;
        return this;
    }

    /// Text from outside, escaped as this line's form wants it; octets are taken as ISO-8859-1.
    Line escaped(byte[] text, int from, int to) {
        room((to - from) * 6);
        for (int i = from; i < to; i++) escape(text[i] & 0xff);
        return this;
    }

    /// Text from configuration or outside, escaped as this line's form wants it.
    Line escaped(String text) {
        int size = text.length();
        room(size * 6);
        for (int i = 0; i < size; i++) escape(text.charAt(i));
        return this;
    }

    private void escape(int c) {
        if (c == '"' || c == '\\') {
            octets[length++] = '\\';
            octets[length++] = (byte) c;
        } else if (c >= ' ' && c <= '~') {
            octets[length++] = (byte) c;
        } else if (escaping == Escaping.JSON || c > 0xff) {
            octets[length++] = '\\';
            octets[length++] = 'u';
            hex(c >> 8);
            hex(c & 0xff);
        } else {
            octets[length++] = '\\';
            octets[length++] = 'x';
            hex(c);
        }
    }

    private void hex(int octet) {
        octets[length++] = HEX[octet >> 4];
        octets[length++] = HEX[octet & 15];
    }

    private void room(int more) {
        if (octets.length - length < more) {
            octets = java.util.Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
        }
    }

    private static long power(int places) {
        long power = 1;
        for (int i = 0; i < places; i++) power *= 10;
        return power;
    }
}
