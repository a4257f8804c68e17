package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// Squid's native access log, which Traffic Server writes too. `result` is the word before the
/// status, such as `TCP_MISS`; `hierarchy` the word before the peer, empty in a cut line; `error`
/// the name of Squid's error where the format was made to say it (`%err_code/%err_detail`).
///
/// ```
/// 1767323045.123 120 192.0.2.1 TCP_MISS/503 3900 GET http://a/ - HIER_DIRECT/10.0.0.1 text/html
/// ```
record SquidNative(
        long micros,
        long millis,
        String client,
        String result,
        String status,
        String request,
        String hierarchy,
        String peer,
        String error) {

    /// What the line says in this form.
    static Optional<SquidNative> of(Line line, Clock clock) {
        String text = line.text();
        int start = stamped(text) ? 0 : -1;
        Cursor cursor = new Cursor(text, 0);
        if (start == 0) cursor.word();
        String millis = cursor.word();
        String client = cursor.word();
        if (Shape.count(millis) < 0 || (!Shape.ip(client) && start < 0)) return Optional.empty();
        String code = cursor.word();
        int slash = code.indexOf('/');
        if (slash < 3 || !capitals(code, slash) || code.length() != slash + 4) {
            return Optional.empty();
        }
        if (!Shape.digits(code, slash + 1, slash + 4)) return Optional.empty();
        cursor.word();
        String request = cursor.word() + " " + cursor.word();
        String word = cursor.word();
        String hierarchy = word.startsWith("HIER_") ? word : cursor.word();
        int peer = hierarchy.indexOf('/');
        Clock.Stamp stamp = start < 0 ? Clock.Stamp.NONE : clock.at(text, 0);
        return Optional.of(
                new SquidNative(
                        stamp.found() ? stamp.micros() : line.micros(),
                        Shape.count(millis),
                        client,
                        code.substring(0, slash),
                        code.substring(slash + 1),
                        request.strip(),
                        peer < 0 ? "" : hierarchy.substring(0, peer),
                        peer < 0 ? "" : hierarchy.substring(peer + 1),
                        error(cursor.word())));
    }

    /// `ERR_READ_TIMEOUT` of `ERR_READ_TIMEOUT/WITH_SERVER`.
    private static String error(String word) {
        int slash = word.indexOf('/');
        if (!word.startsWith("ERR_") || slash < 0) return "";
        return word.substring(0, slash);
    }

    /// Ten digits, a full stop and three more.
    private static boolean stamped(String text) {
        return text.startsWith(".", 10) && Shape.digits(text, 0, 10) && Shape.digits(text, 11, 14);
    }

    private static boolean capitals(String word, int end) {
        for (int i = 0; i < end; i++) {
            char c = word.charAt(i);
            if (c != '_' && (c < 'A' || c > 'Z') && !Shape.digit(c)) return false;
        }
        return true;
    }

    /// Whether a server was asked: the hierarchy names one, or the line is cut before it.
    boolean asked() {
        return hierarchy.isEmpty() || (!peer.isEmpty() && !peer.equals("-"));
    }

    /// The fields as a draft.
    Draft draft(String dialect, Line line) {
        Draft draft =
                Entry.of(dialect)
                        .at(micros)
                        .millis(millis)
                        .client(client)
                        .status(Shape.status(status))
                        .upstream(peer)
                        .pid(line.pid());
        if (!request.startsWith("CONNECT ")) return draft.request(request);
        return draft.request("CONNECT /").host(request.substring(8));
    }
}
