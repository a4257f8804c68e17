package dev.goodgate.lab.scenario;

import dev.goodgate.lab.client.Answer;
import dev.goodgate.lab.client.RawClient;
import dev.goodgate.lab.serve.Ledger;
import dev.goodgate.lab.serve.Signals;
import dev.goodgate.lab.serve.Stand;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// One run of one probe against one gateway: what a [Drive] works with. It hands out connections
/// and request ids and collects complaints. Any thread.
public final class Encounter {
    /// How long a client waits for an octet before it takes the gateway for stuck.
    public static final Duration PATIENCE = Duration.ofSeconds(9);

    private final Probe probe;
    private final Stand stand;
    private final Subject subject;
    private final Scale scale;
    private final LongSupplier nanos;
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> complaints = new ArrayList<>();

    /// The gateway under test as a drive sees it.
    public interface Subject {
        /// Where it listens.
        InetSocketAddress address();

        /// Its process, when the lab owns it.
        Optional<ProcessHandle> process();

        /// The members of its access log line for this request; empty for a foreign gateway, or
        /// when no line came in time.
        Optional<Map<String, Object>> record(String requestId);

        /// The body of its metrics page; empty for a foreign gateway.
        Optional<String> metrics();

        /// True when its own records are judged, too.
        boolean ours();
    }

    /// How much of what is heavy: the row's own amounts, or a share of them.
    public enum Scale {
        SMALL,
        FULL
    }

    /// A run of a probe against a gateway, timed by a monotonic clock.
    public Encounter(Probe probe, Stand stand, Subject subject, Scale scale, LongSupplier nanos) {
        this.probe = probe;
        this.stand = stand;
        this.subject = subject;
        this.scale = scale;
        this.nanos = nanos;
    }

    /// A new client connection.
    RawClient connect() throws IOException {
        return RawClient.connect(subject.address(), PATIENCE);
    }

    /// A new client connection that waits this long for an octet.
    RawClient connect(Duration limit) throws IOException {
        return RawClient.connect(subject.address(), limit);
    }

    /// A new client connection from this local address with a small receive buffer (0: that of the
    /// system).
    RawClient connect(InetSocketAddress from, int buffer) throws IOException {
        return RawClient.connect(subject.address(), PATIENCE, from, buffer);
    }

    /// A new client connection with a small receive buffer.
    RawClient connectNarrow(int buffer) throws IOException {
        return RawClient.connect(subject.address(), PATIENCE, null, buffer);
    }

    /// A new request id.
    String id() {
        return probe.id() + "-" + requests.incrementAndGet();
    }

    /// A request head with these further field lines, each ended by CRLF.
    String head(String method, String id, String... fields) {
        return method
                + " /"
                + probe.id()
                + "/ HTTP/1.1\r\nHost: lab.test\r\nX-Request-Id: "
                + id
                + "\r\n"
                + String.join("", fields)
                + "\r\n";
    }

    /// GET on this connection; the answer.
    Exchange get(RawClient client) throws IOException {
        String id = id();
        return new Exchange(id, client.send(head("GET", id)).read());
    }

    /// GET on a connection of its own.
    Exchange get() throws IOException {
        try (var client = connect()) {
            return get(client);
        }
    }

    /// POST with a small body on this connection; the answer.
    Exchange post(RawClient client) throws IOException {
        String id = id();
        String head = head("POST", id, "Content-Length: 5\r\n");
        return new Exchange(id, client.send(head + "hello").read());
    }

    /// What must hold of the wire, for any gateway.
    void wire(boolean holds, String complaint) {
        if (!holds) {
            complain(complaint);
        }
    }

    /// What must hold of our own gateway only.
    void own(boolean holds, String complaint) {
        if (!holds && subject.ours()) {
            complain(complaint);
        }
    }

    /// The answer must be 200, whole, and the one to its own request.
    void fine(Exchange exchange) {
        Answer answer = exchange.answer();
        wire(
                answer != null && answer.status() == 200 && whole(answer),
                exchange.requestId() + ": " + Encounter.inWords(answer) + " (expected: 200)");
        wire(
                answer == null || !answer.body().startsWith("ok ") || mine(exchange, answer),
                exchange.requestId() + ": got the answer to another request");
    }

    /// Tries made for a request as our own gateway recorded them; 0 for a foreign one.
    int attempts(String requestId) {
        return subject.record(requestId)
                .map(line -> line.get("attempts"))
                .map(value -> value instanceof Number number ? number.intValue() : 0)
                .orElse(0);
    }

    Subject subject() {
        return subject;
    }

    Stand stand() {
        return stand;
    }

    Ledger ledger() {
        return stand.ledger();
    }

    Signals signals() {
        return stand.signals();
    }

    /// Lets time pass.
    void pause(int millis) {
        stand.signals().pause(Duration.ofMillis(millis));
    }

    /// The monotonic clock.
    long nanos() {
        return nanos.getAsLong();
    }

    /// The amount for this scale.
    int amount(int small, int full) {
        return scale == Scale.FULL ? full : small;
    }

    private synchronized void complain(String complaint) {
        complaints.add(complaint);
    }

    /// What did not hold, in order.
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// An answer in a few words.
    static String inWords(@org.jspecify.annotations.Nullable Answer answer) {
        if (answer == null) {
            return "no answer";
        }
        return Stream.of(answer.status(), answer.wholeness(), answer.ending())
                .map(String::valueOf)
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private static boolean whole(Answer answer) {
        return answer.wholeness() != Answer.Wholeness.CUT;
    }

    private static boolean mine(Exchange exchange, Answer answer) {
        return answer.body().strip().equals("ok " + exchange.requestId());
    }
}
