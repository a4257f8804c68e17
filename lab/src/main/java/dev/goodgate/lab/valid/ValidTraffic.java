package dev.goodgate.lab.valid;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Both ends of a gateway under valid traffic. The upstream listens as soon as this exists; the
/// gateway before it is the caller's. A virtual thread a connection.
public final class ValidTraffic implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final Demand demand;
    private final Messages messages;
    private final Complaints complaints = new Complaints();
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// Opens the upstream on a free loopback port. Throws IOException when there is none.
    public ValidTraffic(Demand demand) throws IOException {
        this.demand = demand;
        this.messages = new Messages(demand.seed());
        this.listener = new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().name("valid upstream").start(this::accept);
    }

    /// Where the gateway has to send everything.
    public InetSocketAddress upstream() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
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

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                // Closed: the loop's condition decides.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Upstream(socket, demand, messages, complaints).serve();
        } catch (IOException _) {
            // The client sees what came of it.
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) socket.close();
    }
}
