package dev.goodgate.lab.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Listeners whose accept queue is full, so that the kernel drops a SYN (TCP) or refuses with
/// EAGAIN (unix).
final class Silence {
    private static final int PROBE_MILLIS = 150;
    private static final int MOST = 64;

    private Silence() {}

    /// A TCP address that never answers a SYN.
    static List<AutoCloseable> tcp(InetSocketAddress at) throws IOException {
        var held = new ArrayList<AutoCloseable>();
        var listener = new ServerSocket();
        held.add(listener);
        listener.setReuseAddress(true);
        listener.bind(at, 1);
        for (int i = 0; i < MOST; i++) {
            var filler = new Socket();
            held.add(filler);
            try {
                filler.connect(at, PROBE_MILLIS);
            } catch (SocketTimeoutException e) {
                return held;
            }
        }
        throw new IOException(at + ": the accept queue did not fill");
    }

    /// A unix socket that answers EAGAIN.
    static List<AutoCloseable> unix(Path path) throws IOException {
        var held = new ArrayList<AutoCloseable>();
        SocketAddress at = UnixDomainSocketAddress.of(path);
        var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        held.add(listener);
        listener.bind(at, 1);
        for (int i = 0; i < MOST; i++) {
            var filler = SocketChannel.open(StandardProtocolFamily.UNIX);
            held.add(filler);
            filler.configureBlocking(false);
            try {
                if (!filler.connect(at)) {
                    return held;
                }
            } catch (IOException e) {
                return held; // EAGAIN: full
            }
        }
        throw new IOException(path + ": the accept queue did not fill");
    }
}
