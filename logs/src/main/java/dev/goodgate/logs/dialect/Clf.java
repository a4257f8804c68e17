package dev.goodgate.logs.dialect;

import java.util.Optional;

/// A line in the Common Log Format or one that starts like it, with a site's name before the client
/// or without, or cut before the time or the request. `tail` stands after the octets.
///
/// ```
/// client - user [time] "request" status octets
/// ```
record Clf(String head, String time, String request, String status, String octets, Cursor tail) {

    /// What the text says in this form.
    static Optional<Clf> of(String text) {
        int quote = text.startsWith("\"") ? 0 : text.indexOf("] \"") + 2;
        if (quote == 1) return Optional.empty();
        int open = quote == 0 ? -1 : text.lastIndexOf('[', quote);
        String time = open < 0 ? "" : text.substring(open + 1, quote - 2);
        if (quote > 0 && !timeLike(time)) return Optional.empty();
        if (open == 0 && !time.startsWith(":", 11)) return Optional.empty();
        Cursor cursor = new Cursor(text, quote);
        String request = cursor.quoted();
        if (quote == 0 && !request.contains(" HTTP/")) return Optional.empty();
        String status = cursor.word();
        if (Shape.status(status) < 0) return Optional.empty();
        String octets = cursor.word();
        if (!octets.isEmpty() && !octets.equals("-") && Shape.count(octets) < 0) {
            return Optional.empty();
        }
        String head = open <= 0 ? "" : text.substring(0, open).strip();
        return Optional.of(new Clf(head, time, request, status, octets, cursor));
    }

    /// Whether the text begins as the common log format does: a client, two words,
    /// `[day/Mon/year:`.
    static boolean begins(String text) {
        int first = text.indexOf(' ');
        int second = text.indexOf(' ', first + 1);
        int open = text.indexOf(' ', second + 1) + 1;
        return first > 0
                && second > first
                && text.startsWith("[", open)
                && text.startsWith("/", open + 3)
                && text.startsWith("/", open + 7)
                && text.startsWith(":", open + 12);
    }

    private static boolean timeLike(String time) {
        return time.length() >= 8 && Shape.digit(time.charAt(0));
    }

    /// The fields before the tail.
    Access access() {
        Access access =
                new Access()
                        .set(Variable.TIME, time)
                        .set(Variable.REQUEST, request)
                        .set(Variable.STATUS, status);
        Cursor words = new Cursor(head, 0);
        String first = words.word();
        String second = words.word();
        if (sited(first, second)) {
            return access.set(Variable.HOST, site(first)).set(Variable.CLIENT, second);
        }
        if (first.endsWith(",")) first = first.substring(0, first.length() - 1);
        return access.set(Variable.CLIENT, first);
    }

    /// Whether the text starts with a site's name and a client behind it.
    static boolean sited(String text) {
        Cursor words = new Cursor(text, 0);
        return sited(words.word(), words.word());
    }

    private static boolean sited(String first, String second) {
        return Shape.ip(second) && !Shape.ip(first) && !first.endsWith(",");
    }

    private static String site(String name) {
        return Shape.address(name) ? name.substring(0, name.lastIndexOf(':')) : name;
    }
}
