package dev.goodgate.lab.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// An application that takes every connection and serves each on a virtual thread of its own.
/// [#close] ends all: once it returns, the address refuses.
public final class Acceptor implements AutoCloseable {
    private static final int BACKLOG = 1024;

    /// What cannot be accepted for want of descriptors must not eat a processor.
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    /// A closed listener still takes connections while a virtual thread is on its way out of
    /// `accept`.
    private static final Duration WAY_OUT = Duration.ofSeconds(10);

    private final ServerSocket listener;
    private final Service service;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private final Thread thread;

    private Acceptor(ServerSocket listener, Service service) {
        this.listener = listener;
        this.service = service;
        this.thread = Thread.ofVirtual().name("acceptor").unstarted(this::accept);
    }

    /// What is done with one connection, which is closed afterwards. An IOException ends it: what
    /// came of that is seen at the other end.
    @FunctionalInterface
    public interface Service {
        /// Serves it to its end.
        void serve(Socket socket) throws IOException;
    }

    /// Listens at that address. Throws IOException when that cannot be.
    public static Acceptor start(InetSocketAddress address, Service service) throws IOException {
        return start(address, 0, service);
    }

    /// The same with a receive buffer of that many octets; 0 leaves it to the system.
    static Acceptor start(InetSocketAddress address, int buffer, Service service)
            throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            if (buffer > 0) listener.setReceiveBufferSize(buffer);
            listener.bind(address, BACKLOG);
        } catch (IOException refused) {
            listener.close();
            throw refused;
        }
        Acceptor acceptor = new Acceptor(listener, service);
        acceptor.thread.start();
        return acceptor;
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listener.close();
        try {
            thread.join(WAY_OUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : open) socket.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                // Closed, or out of descriptors.
                if (!listener.isClosed()) LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            service.serve(socket);
        } catch (IOException _) {
            // Seen at the other end.
        } finally {
            open.remove(socket);
        }
    }
}
