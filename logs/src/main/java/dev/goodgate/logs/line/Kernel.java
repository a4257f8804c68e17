package dev.goodgate.logs.line;

import dev.goodgate.logs.line.Clock.Stamp;
import java.util.List;

/// What stands before the kernel's own words: the uptime (`[12345.678901]`), the number of the
/// thread or processor, the time that `dmesg -T` made of it.
final class Kernel {
    private static final String NAME = "kernel";

    private static final List<String> STARTS =
            List.of(
                    "out of memory",
                    "memory cgroup",
                    "oom",
                    "nf_conntrack",
                    "tcp:",
                    "possible syn",
                    "request_sock_tcp",
                    "traps:",
                    "audit:",
                    "ext4",
                    "xfs",
                    "btrfs",
                    "info: task",
                    "net_ratelimit",
                    "neighbour",
                    "neigh",
                    "ipv4:",
                    "ipv6:",
                    "apparmor",
                    "selinux",
                    "docker0",
                    "br-",
                    "veth",
                    "eth",
                    "ens",
                    "eno",
                    "nvme",
                    "ata",
                    "blk_update",
                    "buffer i/o",
                    "device ",
                    "kernel",
                    "watchdog",
                    "rcu:",
                    "systemd-journald",
                    "killed process",
                    "call trace",
                    "mem-info",
                    "task in /",
                    "tasks state",
                    "hung_task",
                    "page allocation",
                    "swap",
                    "usb",
                    "nfs:",
                    "iptables",
                    "[ufw");

    private static final List<String> PARTS =
            List.of(
                    "invoked oom-killer",
                    "oom_reaper",
                    ": segfault at",
                    "general protection",
                    "i/o error",
                    "page allocation failure",
                    "trap invalid opcode",
                    "no space");

    private Kernel() {}

    /// Takes off `[12345.678901] ` or, before words of the kernel's, `[Fri Jan 2 03:04:05 2026] `.
    static boolean off(Peeling peeling) {
        String text = peeling.text();
        int rest = afterUptime(text);
        if (rest > 0) {
            peeling.from(rest);
            if (!Header.off(peeling, 0, Header.Trust.OTHER)) peeling.by(NAME);
            return true;
        }
        if (text.length() < 2 || !Cursor.isLetter(text.charAt(1))) return false;
        Stamp stamp = peeling.clock.at(text, 1);
        if (!stamp.found() || !text.startsWith("] ", stamp.end())) return false;
        rest = stamp.end() + 2;
        if (!isKernels(text, rest)) return false;
        peeling.at(stamp);
        peeling.by(NAME);
        return peeling.from(rest);
    }

    /// Takes off the uptime that may stand after `kernel: `. Always true.
    static boolean uptimeOff(Peeling peeling) {
        int rest = afterUptime(peeling.text());
        return rest < 0 || peeling.from(rest);
    }

    /// Where the words begin after `[ 12.345678] ` and `[ T77] `, or -1.
    private static int afterUptime(String text) {
        var in = new Cursor(text, 0);
        if (!in.eat('[')) return -1;
        in.spaces();
        int whole = in.digits(10);
        if (whole == 0 || whole > 9) return -1;
        in.at += whole;
        if (!in.eat('.') || in.digits(7) != 6) return -1;
        in.at += 6;
        if (!in.eat(']')) return -1;
        int caller = in.at;
        if (!callerPast(in)) in.at = caller;
        if (in.peek() != ' ' && in.peek() != 0) return -1;
        return in.at + 1;
    }

    private static boolean callerPast(Cursor in) {
        if (!in.eat('[')) return false;
        in.spaces();
        if (!in.eat('T') && !in.eat('C')) return false;
        int digits = in.digits(9);
        in.at += digits;
        return digits > 0 && in.eat(']');
    }

    private static boolean isKernels(String text, int from) {
        if (text.startsWith("[", from) && !text.startsWith("[UFW", from)) return false;
        for (String start : STARTS) {
            if (text.regionMatches(true, from, start, 0, start.length())) return true;
        }
        for (String part : PARTS) {
            if (contains(text, from, part)) return true;
        }
        return false;
    }

    private static boolean contains(String text, int from, String part) {
        int limit = Math.min(text.length(), from + 200) - part.length();
        for (int i = from; i <= limit; i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) return true;
        }
        return false;
    }
}
