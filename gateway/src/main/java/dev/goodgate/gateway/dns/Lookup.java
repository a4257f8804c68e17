package dev.goodgate.gateway.dns;

import dev.goodgate.diagnosis.Symptom;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Both families of one name at once, told when both are in or 50 ms after the first that has
/// addresses (RFC 8305 section 3); a second family that comes later is told again, with both. Where
/// the system has a search list, the names of it are tried in turn. Runs on the resolver's loop.
final class Lookup {
    private static final long RESOLUTION_DELAY_MILLIS = 50;

    /// Told what was found, at least once, and then that nothing more will come.
    interface Told {
        void found(Finding finding);

        void ended();
    }

    private final Sockets sockets;
    private final SystemNames.Servers servers;
    private final Told told;
    private final Duration limit;
    private final int keep;
    private final List<String> candidates;
    private final List<Question> questions = new ArrayList<>(2);
    private int candidate;
    private @Nullable Finding four;
    private @Nullable Finding six;
    private @Nullable Future<?> delay;
    private @Nullable Finding first;

    Lookup(
            Sockets sockets,
            SystemNames.Servers servers,
            List<String> candidates,
            Limits limits,
            Told told) {
        this.sockets = sockets;
        this.servers = servers;
        this.candidates = candidates;
        this.limit = limits.time();
        this.keep = limits.keep();
        this.told = told;
    }

    /// The time for each name of the search list, and how many addresses are kept.
    record Limits(Duration time, int keep) {}

    void start() {
        four = null;
        six = null;
        questions.clear();
        String wire = candidates.get(candidate);
        Question a = question(wire, Message.A, finding -> in(finding, six, () -> four = finding));
        Question aaaa =
                question(wire, Message.AAAA, finding -> in(finding, four, () -> six = finding));
        questions.add(a);
        questions.add(aaaa);
        a.start();
        aaaa.start();
    }

    void cancel() {
        questions.forEach(Question::cancel);
        if (delay != null) delay.cancel(false);
    }

    private Question question(String wire, int type, Consumer<Finding> then) {
        Try.Query query = new Try.Query(wire, type, true, keep);
        return new Question(sockets, servers.addresses(), query, limit, then);
    }

    private void in(Finding finding, @Nullable Finding other, Runnable note) {
        note.run();
        if (other != null) {
            both();
        } else if (finding instanceof Finding.Found) {
            delay =
                    sockets.loop()
                            .schedule(
                                    () -> told.found(finding),
                                    RESOLUTION_DELAY_MILLIS,
                                    TimeUnit.MILLISECONDS);
        }
    }

    private void both() {
        if (delay != null) delay.cancel(false);
        Finding result = together();
        if (!(result instanceof Finding.Found)) {
            if (first == null || first instanceof Finding.Absent) first = result;
            if (!timedOut(result) && ++candidate < candidates.size()) {
                start();
                return;
            }
        }
        told.found(result instanceof Finding.Found || first == null ? result : first);
        told.ended();
    }

    private Finding together() {
        Finding a = four;
        Finding b = six;
        if (a == null || b == null) throw new IllegalStateException("lookup: one family missing");
        if (a instanceof Finding.Found one && b instanceof Finding.Found two) {
            return new Finding.Found(
                    interleaved(one.addresses(), two.addresses(), keep),
                    Math.min(one.ttlSeconds(), two.ttlSeconds()));
        }
        return rank(a) <= rank(b) ? a : b;
    }

    /// Which of two findings says more: addresses, then that the name is not there, then a failure
    /// to find out, then that this family has none.
    private static int rank(Finding finding) {
        return switch (finding) {
            case Finding.Found _ -> 0;
            case Finding.Absent(var failure) -> failure.symptom() == Symptom.DNS_NXDOMAIN ? 1 : 6;
            case Finding.Broken(var failure) ->
                    switch (failure.symptom()) {
                        case DNS_SERVFAIL -> 2;
                        case DNS_REFUSED -> 3;
                        case DNS_TIMEOUT -> 4;
                        default -> 5;
                    };
        };
    }

    private static boolean timedOut(Finding finding) {
        return finding instanceof Finding.Broken(var failure)
                && failure.symptom() == Symptom.DNS_TIMEOUT;
    }

    /// One address of each in turn, the first list's first, at most `keep`.
    static List<InetAddress> interleaved(
            List<InetAddress> first, List<InetAddress> second, int keep) {
        List<InetAddress> all = new ArrayList<>(first.size() + second.size());
        for (int i = 0; i < Math.max(first.size(), second.size()) && all.size() < keep; i++) {
            if (i < first.size()) all.add(first.get(i));
            if (i < second.size() && all.size() < keep) all.add(second.get(i));
        }
        return all;
    }
}
