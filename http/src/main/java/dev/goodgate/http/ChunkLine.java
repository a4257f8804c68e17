package dev.goodgate.http;

import java.util.Arrays;

/// Reads `chunk-size [ chunk-ext ] CRLF` octet by octet, keeping nothing but the size.
///
/// ```
/// chunk-ext = *( BWS ";" BWS token [ BWS "=" BWS ( token / quoted-string ) ] )
/// ```
///
/// A line that breaks the grammar is judged at its end, as in the rest of a message.
final class ChunkLine {

    static final int MORE = 0;
    static final int DONE = 1;
    static final int BROKEN = 2;

    /// What may come next; a line may end in the states before [#BEFORE_SIZE].
    private static final int IN_SIZE = 0;

    private static final int IN_NAME = 1;
    private static final int IN_VALUE = 2;
    private static final int AFTER_QUOTE = 3;
    private static final int BEFORE_SIZE = 4;
    private static final int AFTER_PART = 5;
    private static final int BEFORE_NAME = 6;
    private static final int AFTER_NAME = 7;
    private static final int BEFORE_VALUE = 8;
    private static final int IN_QUOTE = 9;
    private static final int AFTER_BACKSLASH = 10;
    private static final int BAD_SIZE = 11;
    private static final int BAD_EXTENSION = 12;

    private static final int MOST_DIGITS = 16;

    private final int limit;
    private final byte[] sample = new byte[Violation.OCTETS];
    private int state = BEFORE_SIZE;
    private boolean afterCr;
    private int length;
    private int faultAt;
    private int digits;
    private long size;
    private Rule rule = Rule.CHUNK_SIZE;

    ChunkLine(int limit) {
        this.limit = limit;
    }

    void reset() {
        state = BEFORE_SIZE;
        afterCr = false;
        length = digits = 0;
        size = 0;
    }

    long size() {
        return size;
    }

    /// Octets of the line taken so far.
    int length() {
        return length;
    }

    /// The rule broken, after BROKEN.
    Rule rule() {
        return rule;
    }

    /// Octets of the line before the one that broke it.
    int faultAt() {
        return faultAt;
    }

    /// The first octets of the line.
    byte[] octets() {
        return Arrays.copyOf(sample, Math.min(length, sample.length));
    }

    /// Takes one octet.
    int take(byte b) {
        if (length < sample.length) {
            sample[length] = b;
        }
        length++;
        if (afterCr) {
            return b == Octets.LF ? end() : broken(Rule.CHUNK_BARE_CR, length - 2);
        }
        if (b == Octets.LF) {
            return broken(Rule.CHUNK_BARE_LF, length - 1);
        }
        if (b == Octets.CR) {
            afterCr = true;
            return MORE;
        }
        if (length > limit) {
            return broken(Rule.CHUNK_LINE_LENGTH, length - 1);
        }
        if (state < BAD_SIZE) {
            state = step(b);
            if (state >= BAD_SIZE) {
                faultAt = length - 1;
            }
        }
        return MORE;
    }

    private int end() {
        if (state == BEFORE_SIZE || state == BAD_SIZE) {
            return broken(Rule.CHUNK_SIZE, state == BAD_SIZE ? faultAt : 0);
        }
        if (state > BEFORE_SIZE) {
            return broken(Rule.CHUNK_EXTENSION, state == BAD_EXTENSION ? faultAt : length - 2);
        }
        return size < 0 ? broken(Rule.CHUNK_SIZE, 0) : DONE;
    }

    private int broken(Rule broken, int at) {
        rule = broken;
        faultAt = at;
        return BROKEN;
    }

    private int step(byte b) {
        return switch (state) {
            case BEFORE_SIZE, IN_SIZE -> size(b);
            case IN_NAME -> Octets.NAME[b & 255] != 0 ? IN_NAME : afterName(b);
            case AFTER_NAME -> afterName(b);
            case IN_VALUE -> Octets.NAME[b & 255] != 0 ? IN_VALUE : afterPart(b);
            case AFTER_QUOTE, AFTER_PART -> afterPart(b);
            case BEFORE_NAME -> name(b);
            case BEFORE_VALUE -> b == '"' ? IN_QUOTE : value(b);
            case IN_QUOTE -> quoted(b);
            default -> text(b) ? IN_QUOTE : BAD_EXTENSION;
        };
    }

    private int size(byte b) {
        int digit = Octets.hex(b);
        if (digit >= 0) {
            size = (size << 4) | digit;
            return ++digits > MOST_DIGITS ? BAD_SIZE : IN_SIZE;
        }
        boolean extension = digits > 0 && (b == ';' || Octets.blank(b));
        return extension ? afterPart(b) : BAD_SIZE;
    }

    private static int afterPart(byte b) {
        if (b == ';') {
            return BEFORE_NAME;
        }
        return Octets.blank(b) ? AFTER_PART : BAD_EXTENSION;
    }

    private static int name(byte b) {
        if (Octets.NAME[b & 255] != 0) {
            return IN_NAME;
        }
        return Octets.blank(b) ? BEFORE_NAME : BAD_EXTENSION;
    }

    private static int afterName(byte b) {
        if (b == '=') {
            return BEFORE_VALUE;
        }
        if (b == ';') {
            return BEFORE_NAME;
        }
        return Octets.blank(b) ? AFTER_NAME : BAD_EXTENSION;
    }

    private static int value(byte b) {
        if (Octets.NAME[b & 255] != 0) {
            return IN_VALUE;
        }
        return Octets.blank(b) ? BEFORE_VALUE : BAD_EXTENSION;
    }

    private static int quoted(byte b) {
        if (b == '"') {
            return AFTER_QUOTE;
        }
        if (b == '\\') {
            return AFTER_BACKSLASH;
        }
        return text(b) ? IN_QUOTE : BAD_EXTENSION;
    }

    private static boolean text(byte b) {
        return b == '\t' || ((b & 255) >= ' ' && b != 127);
    }
}
