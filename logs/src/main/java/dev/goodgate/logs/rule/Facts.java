package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.logs.sign.Sign;
import dev.goodgate.logs.sign.Signs;
import dev.goodgate.logs.tally.Group;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// What is known of a story, for rules to ask. Immutable.
public final class Facts {
    private final List<Group> groups;
    private final List<Sign> signs = new ArrayList<>();
    private final Set<String> upstreams = new LinkedHashSet<>();
    private final List<String> quotes = new ArrayList<>();

    /// The facts of those groups.
    public Facts(List<Group> groups) {
        this.groups = List.copyOf(groups);
        for (Group group : groups) {
            Signs.ALL.of(group.key().sign()).ifPresent(signs::add);
            if (!group.key().upstream().isEmpty()) upstreams.add(group.key().upstream());
            group.quotes().forEach(one -> quotes.add(one.text().toLowerCase(Locale.ROOT)));
        }
    }

    /// The groups.
    public List<Group> groups() {
        return groups;
    }

    /// Whether some sign's id begins so.
    public boolean sign(String prefix) {
        return signs.stream().anyMatch(sign -> sign.id().startsWith(prefix));
    }

    /// Whether some line was of a dialect whose id begins so.
    public boolean dialect(String prefix) {
        return groups.stream().anyMatch(group -> group.key().dialect().startsWith(prefix));
    }

    /// Whether some sign that is more than a note shows that symptom.
    public boolean symptom(Symptom symptom) {
        return signs.stream().anyMatch(sign -> !sign.note() && sign.symptom() == symptom);
    }

    /// Whether some quoted line, in small letters, has that in it.
    public boolean says(String words) {
        return quotes.stream().anyMatch(line -> line.contains(words));
    }

    /// The upstreams: `host:port`, `[::1]:3000`, `/run/app.sock`.
    public Set<String> upstreams() {
        return upstreams;
    }

    /// Whether there is an upstream and all of them are such.
    public boolean every(Predicate<String> such) {
        return !upstreams.isEmpty() && upstreams.stream().allMatch(such);
    }

    /// Whether some upstream is such.
    public boolean some(Predicate<String> such) {
        return upstreams.stream().anyMatch(such);
    }

    /// Whether lines came out of containers, by their wrapper or by process numbers so small that
    /// only a container has them.
    public boolean contained() {
        for (Group group : groups) {
            if (group.contained()) return true;
            for (var process : group.processes().top(4)) {
                if (process.word().length() <= 2) return true;
            }
        }
        return false;
    }

    /// The host of `host:port` or `[v6]:port`, empty for a socket's path.
    public static String host(String upstream) {
        if (upstream.startsWith("/")) return "";
        int colon = upstream.lastIndexOf(':');
        return colon > upstream.lastIndexOf(']') ? upstream.substring(0, colon) : upstream;
    }

    /// The port, empty where none is named.
    public static String port(String upstream) {
        if (upstream.startsWith("/")) return "";
        int colon = upstream.lastIndexOf(':');
        return colon > upstream.lastIndexOf(']') ? upstream.substring(colon + 1) : "";
    }

    /// Whether it is this machine by IPv4 or by name.
    public static boolean loopback(String upstream) {
        String host = host(upstream);
        return host.startsWith("127.") || host.equals("localhost") || host.equals("0.0.0.0");
    }

    /// Whether it is this machine by IPv6.
    public static boolean loopback6(String upstream) {
        String host = host(upstream);
        return host.equals("[::1]") || host.equals("::1");
    }

    /// Whether it is a socket in the file system.
    public static boolean socket(String upstream) {
        return upstream.startsWith("/");
    }

    /// Whether it is an address of the networks that Docker and Kubernetes give out.
    public static boolean bridged(String upstream) {
        String host = host(upstream);
        if (host.startsWith("10.42.") || host.startsWith("10.244.") || host.startsWith("10.233.")) {
            return true;
        }
        if (!host.startsWith("172.")) return false;
        int dot = host.indexOf('.', 4);
        if (dot < 0) return false;
        String second = host.substring(4, dot);
        return second.length() == 2 && second.compareTo("16") >= 0 && second.compareTo("31") <= 0;
    }
}
