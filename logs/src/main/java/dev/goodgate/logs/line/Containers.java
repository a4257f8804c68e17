package dev.goodgate.logs.line;

/// Names of containers and processes before a line: compose, swarm, foreman, pm2, kubectl, stern.
final class Containers {
    private static final int LONGEST = 128;
    private static final String POD = "[pod/";
    private static final String POD_SUFFIX = "bcdfghjklmnpqrstvwxz2456789";

    private Containers() {}

    /// `web-1 | msg`, `shop_web.1.abc@node | msg`, `web.1 | msg`, `0|shop | msg`.
    static boolean pipe(Peeling peeling) {
        var in = new Cursor(peeling.text(), 0);
        boolean numbered = in.peek(1) == '|' && Cursor.isDigit(in.peek());
        if (numbered) in.at += 2;
        return pipe(peeling, in, numbered ? Kind.PROCESS : Kind.OPEN);
    }

    /// `03:04:05 web.1 | msg`.
    static boolean foreman(Peeling peeling) {
        var in = new Cursor(peeling.text(), 0);
        if (in.exact(2) < 0 || !in.eat(':') || in.exact(2) < 0 || !in.eat(':')) return false;
        return in.exact(2) >= 0 && in.eat(' ') && pipe(peeling, in, Kind.PROCESS);
    }

    /// Whether the name is known to be a process.
    private enum Kind {
        OPEN,
        PROCESS
    }

    private static boolean pipe(Peeling peeling, Cursor in, Kind kind) {
        int start = in.at;
        boolean letter = false;
        boolean marked = false;
        while (in.at - start < LONGEST && inName(in.peek())) {
            letter |= Cursor.isLetter(in.peek());
            marked |= !Cursor.isLetter(in.peek());
            in.at++;
        }
        int end = in.at;
        if (!in.spaces() || in.peek() != '|' || !letter) return false;
        char after = in.peek(1);
        if (after != ' ' && after != '\t' && after != 0) return false;
        if (in.at - end < 2 && !marked) return false;
        String name = in.text.substring(start, end);
        if (Header.isLevel(name)) return false;
        named(peeling, name, kind);
        return peeling.from(in.at + (after == ' ' ? 2 : 1));
    }

    private static void named(Peeling peeling, String name, Kind kind) {
        int node = name.indexOf('@');
        if (node > 0) {
            int task = name.lastIndexOf('.', node);
            peeling.by(name.substring(0, task > 0 ? task : node));
            peeling.on(name.substring(node + 1));
            peeling.contained();
            return;
        }
        peeling.by(name);
        if (kind == Kind.OPEN && !numberedByDot(name)) peeling.contained();
    }

    /// `web.1` is how foreman numbers processes; compose writes `web-1` and `web_1`.
    private static boolean numberedByDot(String name) {
        int dot = name.lastIndexOf('.');
        int digits = name.length() - dot - 1;
        return dot > 0 && digits > 0 && new Cursor(name, dot + 1).digits(digits) == digits;
    }

    private static boolean inName(char c) {
        return Cursor.isLetter(c)
                || Cursor.isDigit(c)
                || c == '_'
                || c == '-'
                || c == '.'
                || c == '@';
    }

    /// `[pod/shop-0/web] msg`.
    static boolean podInBrackets(Peeling peeling) {
        String text = peeling.text();
        if (!text.startsWith(POD)) return false;
        int slash = text.indexOf('/', POD.length());
        int close = text.indexOf("] ", POD.length());
        if (slash < 0 || close < slash) return false;
        peeling.on(text.substring(POD.length(), slash));
        peeling.by(text.substring(slash + 1, close));
        peeling.contained();
        return peeling.from(close + 2);
    }

    /// `shop-6d4cf56db6-x2x7v web msg`: a pod that a deployment named, and a container.
    static boolean stern(Peeling peeling) {
        String text = peeling.text();
        int pod = label(text, 0);
        if (pod < 18 || !isDeployed(text, pod)) return false;
        int end = label(text, pod + 1);
        if (end <= pod + 1 || end + 1 >= text.length()) return false;
        peeling.on(text.substring(0, pod));
        peeling.by(text.substring(pod + 1, end));
        peeling.contained();
        return peeling.from(end + 1);
    }

    /// The end of a lower-case name before a space, or -1.
    private static int label(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < LONGEST && inLabel(text.charAt(i))) i++;
        return i < text.length() && text.charAt(i) == ' ' ? i : -1;
    }

    private static boolean inLabel(char c) {
        return (c >= 'a' && c <= 'z') || Cursor.isDigit(c) || c == '-';
    }

    private static boolean isDeployed(String text, int end) {
        if (text.charAt(end - 6) != '-' || !random(text, end - 5, end)) return false;
        int dash = text.lastIndexOf('-', end - 7);
        int hash = end - 6 - dash - 1;
        return dash > 0 && hash >= 8 && hash <= 10 && random(text, dash + 1, end - 6);
    }

    private static boolean random(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean hex = (c >= 'a' && c <= 'f') || Cursor.isDigit(c);
            if (!hex && POD_SUFFIX.indexOf(c) < 0) return false;
        }
        return true;
    }
}
