package dev.goodgate.lab.serve;

import dev.goodgate.lab.fault.Dialogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP listener that plays one dialogue a connection, each on a virtual thread of its own.
final class TcpStage implements AutoCloseable {
    private final InetSocketAddress at;
    private final List<Dialogue> dialogues;
    private final Signals signals;
    private final Ledger ledger;
    private final AtomicInteger next = new AtomicInteger();
    private final Acceptor acceptor;

    /// Listens at once. A receive buffer of 0 octets means that of the system. Throws IOException
    /// when the address is taken.
    TcpStage(InetSocketAddress at, List<Dialogue> dialogues, int buffer, Signals s, Ledger l)
            throws IOException {
        this.at = at;
        this.dialogues = dialogues;
        this.signals = s;
        this.ledger = l;
        this.acceptor = Acceptor.start(at, buffer, this::play);
    }

    private void play(Socket socket) throws IOException {
        int turn = Math.min(next.getAndIncrement(), dialogues.size() - 1);
        new Actor(new Peer(socket, ledger), signals).play(dialogues.get(turn));
    }

    /// A new listener like this one, which must be closed.
    TcpStage again() throws IOException {
        return new TcpStage(at, dialogues, 0, signals, ledger);
    }

    InetAddress address() {
        return acceptor.address().getAddress();
    }

    /// Ends the listener and all its connections with a FIN.
    @Override
    public void close() throws IOException {
        acceptor.close();
    }
}
