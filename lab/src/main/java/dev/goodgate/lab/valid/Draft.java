package dev.goodgate.lab.valid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A message in the making: texts, field lines and bodies as RFC 9110 and 9112 allow them, all from
/// one seed.
final class Draft {
    static final String TOKEN = "!#$%&'*+-.^_`|~0123456789abcxyzABCXYZ";
    private static final String VALUE = TOKEN + " \t\u00e9\u00ff,;=\"/()<>@?[]{}\\:";
    private static final String BODY = TOKEN + "\r\n\0\u00ff ";
    private static final int LARGE = 100_000;

    private final SplittableRandom random;
    private final List<Line> lines = new ArrayList<>();
    private final List<Line> kept = new ArrayList<>();

    Draft(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    String oneOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    String text(String alphabet, int least, int most) {
        int length = least + random.nextInt(most - least + 1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    String cased(String text) {
        StringBuilder cased = new StringBuilder(text);
        for (int i = 0; i < cased.length(); i++) {
            if (oneIn(3)) cased.setCharAt(i, Character.toUpperCase(cased.charAt(i)));
        }
        return cased.toString();
    }

    /// Lines that pass end to end: known names and made-up ones, any value.
    void endToEnd(String[] names) {
        for (int n = below(20); n > 0; n--) {
            String name = oneIn(2) ? "x" + text(TOKEN, 1, 20) : cased(oneOf(names));
            String value = trimmed(text(TOKEN, 0, 5) + text(VALUE, 0, 60));
            keep(name, value);
        }
    }

    /// A line that must arrive.
    void keep(String name, String value) {
        Line line = new Line(name, value);
        lines.add(line);
        kept.add(line);
    }

    /// A line that ends at the gateway, at any place.
    void stop(String name, String value) {
        lines.add(below(lines.size() + 1), new Line(cased(name), value));
    }

    Body body(Body.Kind kind) {
        if (kind == Body.Kind.NONE) return Body.NONE;
        String octets = text(BODY, 0, oneIn(500) ? LARGE : 300);
        return new Body(kind, octets, kind == Body.Kind.CHUNKED ? chunks(octets) : octets);
    }

    /// What tells the end of that body.
    void framing(Body body) {
        switch (body.kind()) {
            case LENGTH -> stop("content-length", "0".repeat(below(3)) + body.octets().length());
            case CHUNKED -> stop("transfer-encoding", cased("chunked"));
            case NONE, UNTIL_CLOSE -> {}
        }
    }

    private String chunks(String body) {
        StringBuilder wire = new StringBuilder();
        for (int at = 0; at < body.length(); ) {
            int n = Math.min(body.length() - at, 1 + below(oneIn(3) ? 9000 : 100));
            String size = Integer.toHexString(n);
            wire.append(oneIn(2) ? size : "0" + size.toUpperCase(Locale.ROOT));
            wire.append(oneIn(4) ? " ;a = \"b\\\"c\";d" : "").append("\r\n");
            wire.append(body, at, at + n).append("\r\n");
            at += n;
        }
        wire.append("0".repeat(1 + below(3))).append("\r\n");
        return wire.append(oneIn(4) ? "X-Late: t\r\n" : "").append("\r\n").toString();
    }

    /// The whole message: octets before its first line, that line, the lines drafted, the body.
    Message message(String before, String first, List<String> start, Body body) {
        StringBuilder wire = new StringBuilder(before).append(first).append("\r\n");
        for (Line line : lines) {
            wire.append(line.name()).append(':').append(blanks());
            wire.append(line.value()).append(blanks()).append("\r\n");
        }
        wire.append("\r\n").append(body.wire());
        return new Message(wire.toString(), start, kept, body);
    }

    private String blanks() {
        return " \t ".substring(below(4));
    }

    static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && (value.charAt(from) == ' ' || value.charAt(from) == '\t')) from++;
        while (to > from && (value.charAt(to - 1) == ' ' || value.charAt(to - 1) == '\t')) to--;
        return value.substring(from, to);
    }
}
