package dev.goodgate.lab.attack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The application behind the gateway under attack: records each request in the ledger and answers
/// complete ones, and only those, with 200 on a connection that stays. One virtual thread a
/// connection; [#close] ends all.
final class EchoUpstream implements AutoCloseable {
    private static final int BACKLOG = 512;

    private final ServerSocket listener;
    private final Ledger ledger;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private EchoUpstream(ServerSocket listener, Ledger ledger) {
        this.listener = listener;
        this.ledger = ledger;
    }

    static EchoUpstream start(InetSocketAddress address, Ledger ledger) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(address, BACKLOG);
        EchoUpstream upstream = new EchoUpstream(listener, ledger);
        Thread.ofVirtual().name("echo upstream").start(upstream::accept);
        return upstream;
    }

    InetSocketAddress address() {
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
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new EchoConnection(socket, ledger).serve();
        } catch (IOException _) {
            // The gateway's business; what it left undone is in the ledger.
        } finally {
            open.remove(socket);
        }
    }
}
