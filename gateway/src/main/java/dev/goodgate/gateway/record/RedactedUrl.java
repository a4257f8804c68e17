package dev.goodgate.gateway.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/// Writes a URL, or a part of one, into a log line without its secrets: userinfo, and the values of
/// parameters whose names speak of a token, key, secret, password, signature, code or session.
/// Names stay. Where octets can be read in two ways the reading that hides more is taken. Works on
/// octets and allocates nothing.
final class RedactedUrl {
    private static final byte[] REDACTED = "[redacted]".getBytes(US_ASCII);

    /// Words that make a name secret wherever they stand in it.
    private static final byte[][] ANYWHERE =
            words("token key secret passw signature session credential");

    /// Words that make a name secret where they end, as in `sig` or `authCode`, not in `design`.
    private static final byte[][] WHOLE = words("sig code sid auth jwt otp pin pwd");

    private RedactedUrl() {}

    static void write(byte[] text, int from, int to, Line out) {
        int written = from;
        boolean query = false;
        int i = from;
        while (i < to) {
            byte c = text[i];
            query |= c == '?';
            int start = i;
            int end = i;
            if (c == '/' && i + 1 < to && text[i + 1] == '/') {
                start = i + 2;
                end = userinfoEnd(text, start, to);
            } else if (c == '?' || c == '&' || c == ';' || c == '#') {
                int equals = nameEnd(text, i + 1, to);
                start = equals + 1;
                end =
                        equals < to && secret(text, i + 1, equals)
                                ? valueEnd(text, start, to, query)
                                : i;
            }
            if (end > start) {
                out.escaped(text, written, start).raw(REDACTED);
                written = end;
            }
            i = Math.max(end, i + 1);
        }
        out.escaped(text, written, to);
    }

    /// Whether the value under that name is a secret. A percent-encoded letter may hide any word.
    static boolean secret(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '%'
                    && i + 2 < to
                    && letter(unhex(text[i + 1]) * 16 + unhex(text[i + 2]))) {
                return true;
            }
            for (byte[] word : ANYWHERE) {
                if (stands(word, text, i, to)) return true;
            }
            for (byte[] word : WHOLE) {
                int end = i + word.length;
                if (stands(word, text, i, to) && (end == to || endsWord(text, end))) return true;
            }
        }
        return false;
    }

    private static boolean endsWord(byte[] text, int next) {
        boolean capital = text[next] >= 'A' && text[next] <= 'Z' && text[next - 1] >= 'a';
        return capital || !letter(text[next]);
    }

    private static boolean letter(int c) {
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    }

    private static int unhex(byte c) {
        return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
    }

    private static boolean stands(byte[] word, byte[] text, int at, int to) {
        if (to - at < word.length) return false;
        for (int i = 0; i < word.length; i++) {
            if (lower(text[at + i]) != word[i]) return false;
        }
        return true;
    }

    private static int lower(byte c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    /// The index of the `@` that ends userinfo, or `from` when there is none.
    private static int userinfoEnd(byte[] text, int from, int to) {
        int at = from;
        for (int i = from; i < to; i++) {
            if (text[i] == '@') at = i;
            if (text[i] == '/' || text[i] == '?' || text[i] == '#') break;
        }
        return at;
    }

    private static int nameEnd(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = text[i];
            if (c == '=') return i;
            if (c == '&' || c == ';' || c == '?' || c == '#' || c == '/') return to;
        }
        return to;
    }

    private static int valueEnd(byte[] text, int from, int to, boolean query) {
        for (int i = from; i < to; i++) {
            byte c = text[i];
            if (c == '&' || (!query && (c == '/' || c == '?'))) return i;
        }
        return to;
    }

    private static byte[][] words(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> word.getBytes(US_ASCII))
                .toArray(byte[][]::new);
    }
}
