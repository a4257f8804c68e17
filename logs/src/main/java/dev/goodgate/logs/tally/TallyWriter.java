package dev.goodgate.logs.tally;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/// Writes numbers and texts as few octets: a number in groups of seven bits, the smallest first, a
/// text once and from then on its number. For one thread.
final class TallyWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    private final Map<String, Integer> known = new HashMap<>();

    /// Any number; those near zero take least.
    TallyWriter number(long value) {
        groups((value << 1) ^ (value >> 63));
        return this;
    }

    TallyWriter flag(boolean value) {
        return number(value ? 1 : 0);
    }

    /// Any text, unpaired halves of characters too.
    TallyWriter text(String text) {
        Integer place = known.get(text);
        if (place != null) return number(place);
        known.put(text, known.size() + 1);
        number(0).number(text.length());
        for (int i = 0; i < text.length(); i++) groups(text.charAt(i));
        return this;
    }

    /// Pairs of numbers, their count before them.
    TallyWriter pairs(Map<? extends Number, Long> pairs) {
        number(pairs.size());
        pairs.forEach((key, value) -> number(key.longValue()).number(value));
        return this;
    }

    byte[] written() {
        return out.toByteArray();
    }

    private void groups(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
