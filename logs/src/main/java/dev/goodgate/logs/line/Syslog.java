package dev.goodgate.logs.line;

import dev.goodgate.logs.line.Clock.Stamp;

/// Syslog as it goes over the wire: a priority and RFC 3164 or RFC 5424 after it.
final class Syslog {
    private static final String NIL = "-";

    private Syslog() {}

    /// Takes off `<34>`, and all of the header where it is that of RFC 5424.
    static boolean priority(Peeling peeling) {
        var in = new Cursor(peeling.text(), 1);
        int digits = in.digits(4);
        if (digits == 0 || digits > 3) return false;
        in.at += digits;
        if (!in.eat('>')) return false;
        if (in.peek() == '1' && in.peek(1) == ' ' && fields(peeling, in)) return true;
        return peeling.from(in.at);
    }

    /// Takes off the length before a priority (RFC 6587 section 3.4.1).
    static boolean counted(Peeling peeling) {
        var in = new Cursor(peeling.text(), 0);
        in.at += in.digits(6);
        if (in.peek() != ' ' || in.peek(1) != '<' || !Cursor.isDigit(in.peek(2))) return false;
        return peeling.from(in.at + 1);
    }

    /// `1 TIME HOST APP PROCID MSGID [data] msg` (RFC 5424 section 6), of which Heroku leaves out
    /// the data.
    private static boolean fields(Peeling peeling, Cursor in) {
        int start = in.at;
        in.at += 2;
        Stamp stamp = peeling.clock.at(in.text, in.at);
        String time = word(in);
        if (!stamp.found() && !time.equals(NIL)) {
            in.at = start;
            return false;
        }
        String host = word(in);
        String program = word(in);
        String process = word(in);
        word(in);
        data(in);
        in.eat('\ufeff');
        peeling.at(stamp);
        peeling.on(host);
        if (!program.equals(NIL)) peeling.by(named(program, process));
        if (isNumber(process)) peeling.process(process);
        peeling.from(in.at);
        return !peeling.writer().equals("kernel") || Kernel.uptimeOff(peeling);
    }

    private static String named(String program, String process) {
        boolean part = !process.equals(NIL) && !process.isEmpty() && !isNumber(process);
        return part ? program + "/" + process : program;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && new Cursor(text, 0).digits(text.length()) == text.length();
    }

    private static String word(Cursor in) {
        int end = in.text.indexOf(' ', in.at);
        int stop = end < 0 ? in.text.length() : end;
        String word = in.text.substring(in.at, stop);
        in.at = end < 0 ? stop : stop + 1;
        return word;
    }

    /// Moves past `- ` or `[id name="value"][...] `.
    private static void data(Cursor in) {
        int start = in.at;
        if (in.eat('-')) {
            if (in.eat(' ') || in.peek() == 0) return;
            in.at = start;
            return;
        }
        while (in.eat('[')) {
            if (!element(in)) {
                in.at = start;
                return;
            }
        }
        in.eat(' ');
    }

    private static boolean element(Cursor in) {
        boolean quoted = false;
        boolean any = false;
        while (in.at < in.text.length()) {
            char c = in.text.charAt(in.at++);
            if (c == '\\' && quoted) in.at++;
            if (c == '"') quoted = !quoted;
            any |= c == '=' || c == '@';
            if (c == ']' && !quoted) return any;
        }
        return false;
    }
}
