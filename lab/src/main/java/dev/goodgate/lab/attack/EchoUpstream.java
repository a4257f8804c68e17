package dev.goodgate.lab.attack;

import dev.goodgate.lab.serve.Acceptor;
import java.io.IOException;
import java.net.InetSocketAddress;

/// The application behind the gateway under attack: records each request in the ledger and answers
/// complete ones, and only those, with 200 on a connection that stays. One virtual thread a
/// connection; [#close] ends all.
final class EchoUpstream implements AutoCloseable {
    private final Acceptor acceptor;

    private EchoUpstream(Acceptor acceptor) {
        this.acceptor = acceptor;
    }

    static EchoUpstream start(InetSocketAddress address, Ledger ledger) throws IOException {
        return new EchoUpstream(
                Acceptor.start(address, socket -> new EchoConnection(socket, ledger).serve()));
    }

    InetSocketAddress address() {
        return acceptor.address();
    }

    @Override
    public void close() throws IOException {
        acceptor.close();
    }
}
