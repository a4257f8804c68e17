package dev.goodgate.logs.line;

import java.time.ZoneId;
import java.util.Set;

/// The zones that logs write after a time.
final class Zones {
    /// No offset is written there.
    static final int NONE = Integer.MIN_VALUE;

    private static final Set<String> REGIONS = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final int LONGEST_NAME = 40;

    private Zones() {}

    /// The offset in seconds at the cursor, which moves past it: `Z`, `+01:00`, `+0100`, `+01`, the
    /// last two forms with numbers also after a space, a usual short name after a space.
    static int offset(Cursor in) {
        int start = in.at;
        char here = in.peek();
        if (here == 'Z' || here == 'z') {
            if (Character.isLetterOrDigit(in.peek(1))) return NONE;
            in.at++;
            return 0;
        }
        boolean spaced = in.eat(' ');
        char sign = in.peek();
        int offset = sign == '+' || sign == '-' ? numeric(in) : spaced ? named(in) : NONE;
        if (offset == NONE) in.at = start;
        return offset;
    }

    private static int numeric(Cursor in) {
        boolean spaced = in.peek(-1) == ' ';
        boolean west = in.peek() == '-';
        in.at++;
        int hours = in.exact(2);
        if (hours < 0) return NONE;
        boolean colon = in.peek() == ':' && Cursor.isDigit(in.peek(1));
        if (colon) in.at++;
        int minutes = in.exact(2);
        if (minutes < 0) {
            if (colon || spaced) return NONE;
            minutes = 0;
        }
        if (hours > 18 || minutes > 59 || Character.isLetterOrDigit(in.peek())) return NONE;
        int seconds = hours * 3600 + minutes * 60;
        return west ? -seconds : seconds;
    }

    private static int named(Cursor in) {
        int length = word(in);
        if (length < 3 || length > 4) return NONE;
        int hours =
                switch (in.text.substring(in.at, in.at + length)) {
                    case "UTC", "GMT", "WET" -> 0;
                    case "CET", "BST", "WEST" -> 1;
                    case "CEST", "EET", "SAST" -> 2;
                    case "EEST", "MSK" -> 3;
                    case "JST", "KST" -> 9;
                    case "AEST" -> 10;
                    case "EDT" -> -4;
                    case "EST", "CDT" -> -5;
                    case "CST", "MDT" -> -6;
                    case "MST", "PDT" -> -7;
                    case "PST" -> -8;
                    default -> NONE;
                };
        if (hours == NONE) return NONE;
        in.at += length;
        return hours * 3600;
    }

    /// Capital letters up to something that is no letter or digit.
    private static int word(Cursor in) {
        int length = 0;
        while (in.peek(length) >= 'A' && in.peek(length) <= 'Z' && length < 5) length++;
        return Character.isLetterOrDigit(in.peek(length)) ? 0 : length;
    }

    /// The zone of a region named after a space, such as `Europe/Berlin`, past which the cursor
    /// moves; else the given one.
    static ZoneId region(Cursor in, ZoneId otherwise) {
        if (in.peek() != ' ' || !Cursor.isLetter(in.peek(1))) return otherwise;
        int length = 0;
        boolean slash = false;
        while (length < LONGEST_NAME && inName(in.peek(1 + length))) {
            slash |= in.peek(1 + length) == '/';
            length++;
        }
        if (!slash) return otherwise;
        String name = in.text.substring(in.at + 1, in.at + 1 + length);
        if (!REGIONS.contains(name)) return otherwise;
        in.at += 1 + length;
        return ZoneId.of(name);
    }

    private static boolean inName(char c) {
        return Cursor.isLetter(c) || Cursor.isDigit(c) || c == '/' || c == '_' || c == '-';
    }
}
