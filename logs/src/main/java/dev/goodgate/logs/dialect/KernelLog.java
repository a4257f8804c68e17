package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// The Linux kernel: killed and crashed processes (their number, and their name as the route), full
/// tables, floods.
final class KernelLog implements Dialect {
    private static final List<String> MARKS =
            List.of(
                    "Out of memory: Kill",
                    "Memory cgroup out of memory",
                    "Killed process ",
                    "invoked oom-killer",
                    "oom-kill:constraint=",
                    "oom_reaper: reaped",
                    " segfault at ",
                    " general protection ",
                    "trap invalid opcode",
                    "trap divide error",
                    "nf_conntrack:",
                    "ip_conntrack:",
                    "possible SYN flooding",
                    "request_sock_TCP",
                    "TCP: out of memory",
                    "blocked for more than ",
                    "neighbour: arp_cache",
                    "neighbor table overflow");

    @Override
    public String id() {
        return "kernel";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        boolean ours = line.writer().equals("kernel") || (!text.startsWith("{") && marked(text));
        if (!ours) return Optional.empty();
        String message = text.substring(start(text));
        Draft draft = Entry.of(id()).at(micros(line, clock, text)).message(message);
        if (!killed(draft, message) && !victim(draft, message)) crashed(draft, message);
        return Optional.of(draft.done());
    }

    private static long micros(Line line, Clock clock, String text) {
        Clock.Stamp stamp = clock.at(text, text.startsWith("[") ? 1 : 0);
        return stamp.found() ? stamp.micros() : line.micros();
    }

    private static boolean marked(String text) {
        // An address or a time that nobody took off: not the kernel's.
        if (Shape.digits(text, 0, 1)) return false;
        for (String mark : MARKS) {
            if (text.contains(mark)) return true;
        }
        return false;
    }

    /// Past `kernel: ` and `[ 1234.567890] ` or `[Fri Jan 2 03:04:05 2026] `.
    private static int start(String text) {
        int at = text.startsWith("kernel: ") ? 8 : 0;
        if (at < text.length() && text.charAt(at) == '[') {
            int close = text.indexOf("] ", at);
            if (close > 0 && close - at < 40) at = close + 2;
        }
        return at;
    }

    /// `Killed process 12 (php-fpm)`, and the older `Kill process 12 (php-fpm) score 9`.
    private static boolean killed(Draft draft, String text) {
        int at = text.indexOf("Killed process ");
        int digits = at + 15;
        if (at < 0) {
            at = text.indexOf("Kill process ");
            digits = at + 13;
        }
        if (at < 0) return false;
        int pid = Figures.wholeAt(text, digits);
        int open = text.indexOf('(', digits);
        int close = open < 0 ? -1 : text.indexOf(')', open);
        if (pid > 0) draft.pid(pid);
        if (close > 0) draft.route(text.substring(open + 1, close));
        return true;
    }

    /// `oom-kill:constraint=...,task=php-fpm,pid=12,uid=33`
    private static boolean victim(Draft draft, String text) {
        int at = text.indexOf("oom-kill:");
        if (at < 0) return false;
        int task = text.indexOf(",task=", at);
        int comma = task < 0 ? -1 : text.indexOf(',', task + 6);
        int pid = text.indexOf(",pid=", at);
        if (comma > 0) draft.route(text.substring(task + 6, comma));
        if (pid > 0) draft.pid(Math.max(0, Figures.wholeAt(text, pid + 5)));
        return true;
    }

    /// `php-fpm[12]: segfault at ...`, `traps: node[12] trap ...`, `INFO: task app:12 blocked ...`
    private static void crashed(Draft draft, String text) {
        int from = text.startsWith("traps: ") ? 7 : 0;
        if (text.startsWith("INFO: task ")) {
            int colon = text.indexOf(':', 11);
            if (colon > 0) named(draft, text, 11, colon);
            return;
        }
        int open = text.indexOf('[', from);
        if (open > from && open - from < 40 && text.indexOf(' ', from) > open) {
            named(draft, text, from, open);
        }
    }

    private static void named(Draft draft, String text, int from, int to) {
        int pid = Figures.wholeAt(text, to + 1);
        if (pid > 0) draft.pid(pid).route(text.substring(from, to));
    }
}
