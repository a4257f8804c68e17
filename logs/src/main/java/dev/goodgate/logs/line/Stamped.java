package dev.goodgate.logs.line;

import dev.goodgate.logs.line.Clock.Stamp;

/// Wrappers that begin with a time: syslog without its priority, the journal's short forms,
/// Kubernetes' CRI files, Heroku, supervisord, and a time that was put before a line that has its
/// own. A time alone is the writer's and stays.
final class Stamped {
    private static final int NANOS_LENGTH = "2026-01-02T03:04:05.123456789Z".length();

    private Stamped() {}

    static boolean off(Peeling peeling) {
        String text = peeling.text();
        Stamp stamp = peeling.clock.at(text, 0);
        if (!stamp.found() || stamp.end() + 1 >= text.length()) return false;
        if (text.charAt(stamp.end()) != ' ') return false;
        int rest = stamp.end() + 1;
        boolean off =
                container(peeling, rest)
                        || supervisor(peeling, rest)
                        || header(peeling, rest)
                        || before(peeling, rest);
        if (off) peeling.at(stamp);
        return off;
    }

    /// `stderr F msg`.
    private static boolean container(Peeling peeling, int rest) {
        var in = new Cursor(peeling.text(), rest);
        if (!in.eat("stderr ") && !in.eat("stdout ")) return false;
        char tag = in.peek();
        if (tag != 'F' && tag != 'P') return false;
        in.at++;
        while (in.peek() != ' ' && in.peek() != 0) in.at++;
        peeling.contained();
        return peeling.from(in.at + 1);
    }

    /// `DEBG 'nginx' stdout output:`.
    private static boolean supervisor(Peeling peeling, int rest) {
        String text = peeling.text();
        if (!text.startsWith("DEBG '", rest)) return false;
        int name = rest + 6;
        int end = text.indexOf('\'', name);
        if (end < 0) return false;
        var in = new Cursor(text, end + 1);
        if (!in.eat(" stdout output:") && !in.eat(" stderr output:")) return false;
        in.spaces();
        peeling.by(text.substring(name, end));
        return peeling.from(in.at);
    }

    /// `host program[77]: msg`, as strictly as the time's form leaves it open who wrote it.
    private static boolean header(Peeling peeling, int rest) {
        String text = peeling.text();
        boolean digit = Cursor.isDigit(text.charAt(0));
        boolean klog = !digit && Cursor.isDigit(text.charAt(1));
        if (klog || text.lastIndexOf(',', rest) >= 0) return false;
        if (!digit) return Header.off(peeling, rest, Header.Trust.SYSLOG);
        boolean iso = text.charAt(4) == '-' && text.charAt(10) == 'T';
        return Header.off(peeling, rest, iso ? Header.Trust.ISO : Header.Trust.OTHER);
    }

    /// A time before a line with its own: `docker logs -t`, CloudWatch, `kubectl --timestamps`.
    private static boolean before(Peeling peeling, int rest) {
        String text = peeling.text();
        if (text.charAt(4) != '-' || text.charAt(10) != 'T') return false;
        boolean docker = rest == NANOS_LENGTH + 1 && text.charAt(rest - 2) == 'Z';
        boolean own = (docker && peeling.isContained()) || ownTime(peeling, rest);
        return own && peeling.from(rest);
    }

    private static boolean ownTime(Peeling peeling, int rest) {
        String text = peeling.text();
        char first = text.charAt(rest);
        if (first == '{') return true;
        if (first == '[') return peeling.clock.at(text, rest + 1).found();
        if (peeling.clock.at(text, rest).found()) return true;
        int dash = text.indexOf(" - ", rest);
        if (dash < 0 || dash - rest > 64) return false;
        int bracket = text.indexOf('[', dash);
        return bracket > 0 && bracket - dash < 64 && peeling.clock.at(text, bracket + 1).found();
    }
}
