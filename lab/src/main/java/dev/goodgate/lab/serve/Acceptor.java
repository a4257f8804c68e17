package dev.goodgate.lab.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// An application that takes every connection and serves each on a virtual thread of its own.
/// [#close] ends all.
public final class Acceptor implements AutoCloseable {
    private static final int BACKLOG = 1024;

    /// What cannot be accepted for want of descriptors must not eat a processor.
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final ServerSocket listener;
    private final Service service;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Acceptor(ServerSocket listener, Service service) {
        this.listener = listener;
        this.service = service;
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
        ServerSocket listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(address, BACKLOG);
        Acceptor acceptor = new Acceptor(listener, service);
        Thread.ofVirtual().name("acceptor").start(acceptor::accept);
        return acceptor;
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) socket.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                // Closed, or out of descriptors: the loop's condition decides.
                LockSupport.parkNanos(PAUSE);
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
