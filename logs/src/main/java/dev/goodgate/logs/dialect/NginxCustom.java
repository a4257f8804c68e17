package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// An access log in a format nobody told us: a quoted request with its protocol, a status beside
/// it, and other fields known by their shape. Stands behind all dialects with a form of their own.
final class NginxCustom implements Dialect {
    @Override
    public String id() {
        return "nginx-access-custom";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        int protocol = text.indexOf(" HTTP/");
        if (protocol < 0 || protocol > 8192) return Optional.empty();
        int open = text.lastIndexOf('"', protocol);
        int close = text.indexOf('"', protocol);
        if (open < 0 || close < 0 || close - protocol > 10) return Optional.empty();
        String request = text.substring(open + 1, close);
        if (!Shape.method(request) || text.startsWith("request: ", open - 9)) {
            return Optional.empty();
        }
        if (foreign(text)) return Optional.empty();
        Access access = new Access().set(Variable.REQUEST, request);
        before(new Cursor(text.substring(0, open).replace('|', ' '), 0), access, text, close);
        Tail.shapes(new Cursor(text.substring(close + 1).replace('|', ' '), 0), access);
        return access.entry(id(), line, clock);
    }

    /// The access logs of cloud balancers and Envoy, which have dialects of their own.
    private static boolean foreign(String text) {
        if (text.startsWith("{")) return true;
        int zulu = text.indexOf('Z');
        if (zulu < 20 || zulu > 40) return false;
        return text.lastIndexOf('T', zulu) > 0;
    }

    private static void before(Cursor cursor, Access access, String text, int close) {
        Cursor behind = new Cursor(text, close + 1);
        while (behind.spaces().peek() == '|') behind.at++;
        String next = statusWord(behind);
        access.set(Variable.STATUS, next);
        String last = "";
        while (!cursor.spaces().end()) {
            boolean bracket = cursor.peek() == '[';
            String word = cursor.token();
            if (bracket && word.length() > 8) access.set(Variable.TIME, word);
            else if (Shape.status(word) >= 0) last = word;
            else if (Shape.ip(word) || Shape.address(word)) place(word, access);
            else if (word.indexOf('T') == 10) access.set(Variable.TIME, word);
        }
        access.set(Variable.STATUS, last).set(Variable.STATUS, after(behind));
    }

    private static void place(String address, Access access) {
        boolean client = !access.has(Variable.CLIENT);
        if (client) access.set(Variable.CLIENT, address);
        else if (Shape.address(address)) access.set(Variable.UPSTREAM, address);
    }

    /// The status right behind the request, empty when something else stands there.
    private static String statusWord(Cursor cursor) {
        int mark = cursor.at;
        int end = Shape.afterDigits(cursor.text, mark);
        String word = cursor.text.substring(mark, end);
        if (Shape.status(word) < 0) return "";
        boolean alone =
                end == cursor.text.length() || " \t|,".indexOf(cursor.text.charAt(end)) >= 0;
        return alone ? word : "";
    }

    private static String after(Cursor cursor) {
        for (int i = 0; i < 6 && !cursor.spaces().end(); i++) {
            String word = cursor.token();
            if (Shape.status(word) >= 0) return word;
        }
        return "";
    }
}
