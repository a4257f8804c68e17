package dev.goodgate.lab.serve;

import dev.goodgate.lab.fault.Dialogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP listener that plays one dialogue a connection, each on a virtual thread of its own.
final class TcpStage implements AutoCloseable {
    private final InetSocketAddress at;
    private final ServerSocket listener;
    private final List<Dialogue> dialogues;
    private final Signals signals;
    private final Ledger ledger;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// Listens at once. A receive buffer of 0 octets means that of the system. Throws IOException
    /// when the address is taken.
    TcpStage(InetSocketAddress at, List<Dialogue> dialogues, int buffer, Signals s, Ledger l)
            throws IOException {
        this.at = at;
        this.dialogues = dialogues;
        this.signals = s;
        this.ledger = l;
        this.listener = new ServerSocket();
        listener.setReuseAddress(true);
        if (buffer > 0) {
            listener.setReceiveBufferSize(buffer);
        }
        listener.bind(at, 1024);
        Thread.ofVirtual().name("stage " + at).start(this::accept);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                int turn = Math.min(next.getAndIncrement(), dialogues.size() - 1);
                Thread.ofVirtual().start(() -> play(socket, dialogues.get(turn)));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void play(Socket socket, Dialogue dialogue) {
        open.add(socket);
        try (socket) {
            new Actor(new Peer(socket, ledger), signals).play(dialogue);
        } catch (IOException e) {
            // gone before the play began
        } finally {
            open.remove(socket);
        }
    }

    /// A new listener like this one, which must be closed.
    TcpStage again() throws IOException {
        return new TcpStage(at, dialogues, 0, signals, ledger);
    }

    InetAddress address() {
        return listener.getInetAddress();
    }

    /// Ends the listener and all its connections with a FIN.
    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
