package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// HAProxy's HTTP log, with captures or without, and formats made from it that keep the times or
/// the state with its counts. Cut lines too.
///
/// ```
/// client:port [time] frontend backend/server Tq/Tw/Tc/Tr/Tt status octets - - state ... "request"
/// ```
final class HaproxyHttp implements Dialect {
    @Override
    public String id() {
        return "haproxy-http";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (!HaproxyLine.joins(text, 5)) return Optional.empty();
        HaproxyLine words = new HaproxyLine(text);
        int times = words.joined(0, 5);
        if (times < 0) return Optional.empty();
        boolean headless = HaproxyLine.state(words.word(times - 1), 4);
        int status = headless ? -1 : Shape.status(words.word(times + 1));
        int state = headless ? times - 1 : state(words, times);
        if ((status < 0 && state < 0) || (!headless && !follows(words, times)))
            return Optional.empty();
        Draft draft = words.draft(id(), line, clock, words.server(times));
        fill(draft, words, headless ? -1 : times, Math.max(status, -1));
        if (state >= 0) draft.message(words.error(state));
        signs(draft, words, times, status, state);
        return Optional.of(draft.done());
    }

    /// Whether a status stands behind the times, or the line ends there.
    private static boolean follows(HaproxyLine words, int times) {
        String next = words.word(times + 1);
        return next.equals("-1") || Shape.status(next) > 0;
    }

    private static int state(HaproxyLine words, int times) {
        for (int i = times + 2; i < Math.min(times + 10, words.words.size()); i++) {
            if (HaproxyLine.state(words.word(i), 4)) return i;
        }
        return -1;
    }

    private void fill(Draft draft, HaproxyLine words, int times, int status) {
        draft.status(status).request(words.request());
        if (times < 0) return;
        draft.millis(HaproxyLine.part(words.word(times), 4));
        for (int i = times - 1; i > 0; i--) {
            if (words.word(i).startsWith("[")) break;
            if (Shape.address(words.word(i))) draft.upstream(words.word(i));
        }
        for (int i = times + 1; i < words.words.size(); i++) {
            String word = words.word(i);
            if (word.startsWith("{")) {
                String first = new Cursor(word, 1).upTo('|').replace("}", "");
                if (Shape.host(first)) draft.host(first);
                return;
            }
        }
    }

    private static void signs(Draft draft, HaproxyLine words, int times, int status, int state) {
        String server = words.word(words.server(times));
        boolean none = server.endsWith("/<NOSRV>");
        boolean answered =
                !none && HaproxyLine.part(words.word(times), 3) >= 0 && server.indexOf('/') > 0;
        String letters = words.word(state);
        boolean queued = letters.length() > 1 && letters.charAt(1) == 'Q';
        if (none && status == 503 && !queued) draft.sign("haproxy.nosrv");
        boolean whole = letters.startsWith("--") || letters.startsWith("CD") || letters.isEmpty();
        if (answered && whole && status > 0) draft.upstreamStatus(status);
        if (none && letters.startsWith("SC")) return;
        if (letters.startsWith("PR") && words.request().equals("<BADREQ>")) {
            draft.sign("haproxy.badreq");
            return;
        }
        boolean exact = HaproxyLine.sign(draft, letters, status);
        if (!exact && !(none && status == 503)) {
            StatusSigns.of(draft, status, answered && whole && status >= 500);
        }
    }
}
