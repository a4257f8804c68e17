package dev.goodgate.gateway.dns;

import dev.goodgate.diagnosis.Symptom;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One name and one type, asked of the servers in order until one knows or the limit is over.
///
/// A server that is silent is asked again in a second round, its first question left open: a late
/// answer still counts. A server that says it failed is not asked again. Ends exactly once. Runs on
/// the resolver's loop.
final class Question implements Try.Answered {
    private static final int NXDOMAIN = 3;
    private static final int MAX_ALIASES = 8;
    private static final int ROUNDS = 2;
    private static final long LONGEST_WAIT_MILLIS = 1000;
    private static final long UNREACHABLE_PAUSE_MILLIS = 50;
    private static final long MALFORMED_GRACE_MILLIS = 100;

    private final Sockets sockets;
    private final List<InetSocketAddress> servers;
    private final Consumer<Finding> then;
    private final Set<InetSocketAddress> failed = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final List<Try> open = new ArrayList<>();
    private final long waitMillis;
    private final Future<?> limit;
    private Try.Query query;
    private int tries;
    private @Nullable Future<?> next;
    private Finding.@Nullable Broken worst;
    private boolean done;

    Question(
            Sockets sockets,
            List<InetSocketAddress> servers,
            Try.Query query,
            Duration limit,
            Consumer<Finding> then) {
        this.sockets = sockets;
        this.servers = servers;
        this.query = query;
        this.then = then;
        this.waitMillis = Math.min(LONGEST_WAIT_MILLIS, limit.toMillis() / ROUNDS / servers.size());
        this.limit = sockets.loop().schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
        asked.add(query.wire());
    }

    void start() {
        ask();
    }

    /// Gives up without telling.
    void cancel() {
        stop();
    }

    private void ask() {
        if (done) return;
        if (tries < ROUNDS * servers.size()) {
            InetSocketAddress server = servers.get(tries % servers.size());
            long wait = waitMillis << (tries / servers.size());
            tries++;
            if (failed.contains(server)) {
                ask();
            } else {
                later(wait);
                send(server, query);
            }
        } else if (open.isEmpty()) {
            expire();
        }
    }

    private void send(InetSocketAddress server, Try.Query asking) {
        Try attempt = new Try(sockets, server, asking, this);
        open.add(attempt);
        attempt.start();
    }

    private void later(long millis) {
        if (next != null) next.cancel(false);
        next = sockets.loop().schedule(this::ask, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void unreachable(Try of) {
        if (of.truncated()) {
            serverFailed(of, Finding.broken(Symptom.DNS_OTHER, "answer cut, TCP failed"));
        } else if (!done && open.remove(of)) {
            later(UNREACHABLE_PAUSE_MILLIS);
        }
    }

    @Override
    public void reply(Try of, Reply reply) {
        if (done) return;
        switch (reply) {
            case Reply.Foreign() -> {}
            case Reply.Truncated() -> of.overStream();
            case Reply.Malformed(String details) -> malformed(of, details);
            case Reply.Read read -> read(of, read);
        }
    }

    /// A forged answer must not beat the right one behind it, so the server gets a moment more.
    private void malformed(Try of, String details) {
        worst = Finding.broken(Symptom.DNS_OTHER, details);
        Finding.Broken seen = worst;
        Future<?> _ =
                sockets.loop()
                        .schedule(
                                () -> serverFailed(of, seen),
                                MALFORMED_GRACE_MILLIS,
                                TimeUnit.MILLISECONDS);
    }

    private void read(Try of, Reply.Read read) {
        if (read.rcode() == NXDOMAIN) {
            finish(new Finding.Absent(failure(Symptom.DNS_NXDOMAIN, read, "no such name")));
        } else if (read.rcode() != 0) {
            refused(of, read);
        } else if (!read.addresses().isEmpty()) {
            finish(new Finding.Found(read.addresses(), read.ttlSeconds()));
        } else if (!read.alias().isEmpty() && !read.noData()) {
            follow(of, read.alias());
        } else {
            finish(new Finding.Absent(failure(Symptom.DNS_OTHER, read, "no address")));
        }
    }

    private void follow(Try of, String alias) {
        if (!asked.add(alias) || asked.size() > MAX_ALIASES) {
            finish(Finding.broken(Symptom.DNS_OTHER, "alias loop"));
            return;
        }
        closeAll();
        query = new Try.Query(alias, query.type(), query.edns(), query.keep());
        tries = 0;
        later(waitMillis);
        send(of.server(), query);
    }

    /// FORMERR and NOTIMP may only mean EDNS (RFC 6891 section 7): asked again without.
    private void refused(Try of, Reply.Read read) {
        if ((read.rcode() == 1 || read.rcode() == 4) && of.query().edns()) {
            of.close();
            open.remove(of);
            Try.Query asked = of.query();
            send(of.server(), new Try.Query(asked.wire(), asked.type(), false, asked.keep()));
            return;
        }
        Symptom symptom =
                switch (read.rcode()) {
                    case 2 -> Symptom.DNS_SERVFAIL;
                    case 5 -> Symptom.DNS_REFUSED;
                    default -> Symptom.DNS_OTHER;
                };
        serverFailed(of, new Finding.Broken(failure(symptom, read, "the name server failed")));
    }

    private static Answer.Failed failure(Symptom symptom, Reply.Read read, String details) {
        return new Answer.Failed(symptom, rcode(read.rcode()), details, read.infoCode());
    }

    private void serverFailed(Try of, Finding.Broken how) {
        if (done || !open.remove(of)) return;
        worst = how;
        of.close();
        failed.add(of.server());
        if (failed.containsAll(servers)) finish(how);
        else ask();
    }

    private void expire() {
        finish(
                worst != null
                        ? worst
                        : Finding.broken(Symptom.DNS_TIMEOUT, "no answer from the name servers"));
    }

    private void finish(Finding finding) {
        if (done) return;
        stop();
        then.accept(finding);
    }

    private void stop() {
        done = true;
        limit.cancel(false);
        if (next != null) next.cancel(false);
        closeAll();
    }

    private void closeAll() {
        List<Try> closing = List.copyOf(open);
        open.clear();
        closing.forEach(Try::close);
    }

    /// The name of an answer code (RFC 6895 section 2.3).
    private static String rcode(int code) {
        return switch (code) {
            case 0 -> "NOERROR";
            case 1 -> "FORMERR";
            case 2 -> "SERVFAIL";
            case 3 -> "NXDOMAIN";
            case 4 -> "NOTIMP";
            case 5 -> "REFUSED";
            case 9 -> "NOTAUTH";
            case 16 -> "BADVERS";
            default -> "RCODE" + code;
        };
    }
}
