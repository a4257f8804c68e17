package dev.goodgate.lab.valid;

import dev.goodgate.lab.serve.Acceptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Both ends of a gateway under valid traffic. The upstream listens as soon as this exists; the
/// gateway before it is the caller's. A virtual thread a connection.
public final class ValidTraffic implements AutoCloseable {
    private final Demand demand;
    private final Messages messages;
    private final Complaints complaints = new Complaints();
    private final Acceptor acceptor;

    /// Opens the upstream on a free loopback port. Throws IOException when there is none.
    public ValidTraffic(Demand demand) throws IOException {
        this.demand = demand;
        this.messages = new Messages(demand.seed());
        this.acceptor =
                Acceptor.start(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
                        socket -> new Upstream(socket, demand, messages, complaints).serve());
    }

    /// Where the gateway has to send everything.
    public InetSocketAddress upstream() {
        return acceptor.address();
    }

    /// Sends everything through the gateway at that address and tells what came of it. Once.
    public Tally through(InetSocketAddress gateway) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < demand.clients(); i++) {
                threads.execute(() -> new Client(gateway, demand, messages, complaints).run(next));
            }
        }
        return complaints.tally(demand);
    }

    @Override
    public void close() throws IOException {
        acceptor.close();
    }
}
