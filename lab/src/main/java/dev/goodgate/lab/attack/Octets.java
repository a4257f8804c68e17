package dev.goodgate.lab.attack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Octets as a text of one character each (ISO-8859-1): an immutable value that can be searched.
final class Octets {
    private Octets() {}

    static String fromBase64(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] octets, int from, int to) {
        return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Printable ASCII, everything else as `\xHH`, at most `limit` octets of it.
    static String escaped(String text, int limit) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(limit, text.length()); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\r' -> out.append("\\r");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c >= ' ' && c <= '~') out.append(c);
                    else out.append(String.format("\\x%02x", (int) c));
                }
            }
        }
        return text.length() > limit ? out + "…" : out.toString();
    }
}
