package dev.goodgate.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// An upstream that does what a test says, octet by octet: each accepted connection is handed to
/// the script.
public final class Application implements AutoCloseable {
    private final ServerSocket server;
    private final Thread accepting;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    /// What happens on one connection.
    public interface Script {
        void run(Peer peer) throws IOException, InterruptedException;
    }

    /// The application's end of one connection.
    public final class Peer {
        private final Socket socket;
        private final int number;

        Peer(Socket socket, int number) {
            this.socket = socket;
            this.number = number;
        }

        /// Which connection this is, from 1.
        public int number() {
            return number;
        }

        public Socket socket() {
            return socket;
        }

        /// Reads a head, and the body its Content-Length announces; remembers it.
        public String request() throws IOException {
            String head = head();
            int at = head.indexOf("\r\nContent-Length: ");
            if (at < 0) return remember(head);
            int length = Integer.parseInt(head.substring(at + 18, head.indexOf("\r\n", at + 18)));
            return remember(head + exactly(length));
        }

        /// Keeps what was read for the test to look at.
        public String remember(String request) {
            requests.add(request);
            return request;
        }

        /// Reads a head alone.
        public String head() throws IOException {
            return until("\r\n\r\n");
        }

        public String exactly(int count) throws IOException {
            return new String(
                    socket.getInputStream().readNBytes(count), StandardCharsets.ISO_8859_1);
        }

        public String until(String end) throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            String text = "";
            while (!text.endsWith(end)) {
                int octet = in.read();
                if (octet < 0) throw new IOException("closed after " + text);
                all.write(octet);
                text = all.toString(StandardCharsets.ISO_8859_1);
            }
            return text;
        }

        public Peer send(String octets) throws IOException {
            socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        }

        public Peer ok(String body) throws IOException {
            return send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }

        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /// Waits until the other side has closed; true when it closed by RST.
        public boolean awaitEnd() {
            try {
                InputStream in = socket.getInputStream();
                while (in.read() >= 0) {}
                return false;
            } catch (IOException reset) {
                return true;
            }
        }
    }

    private Application(ServerSocket server, Script script) {
        this.server = server;
        this.accepting = Thread.ofVirtual().start(() -> accept(script));
    }

    /// Runs the script on every connection.
    public static Application of(Script script) {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1024);
            return new Application(server, script);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A port on which nobody listens.
    public static int deadPort() {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return server.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Answers every request with that body, for ever.
    public static Application answering(String body) {
        return of(peer -> {
            while (true) {
                peer.request();
                peer.ok(body);
            }
        });
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(15_000);
                open.add(socket);
                Peer peer = new Peer(socket, connections.incrementAndGet());
                Thread.ofVirtual().start(() -> run(script, peer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void run(Script script, Peer peer) {
        try (Socket _ = peer.socket) {
            script.run(peer);
        } catch (IOException over) {
            // The other side has closed, or the test is done.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(peer.socket);
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /// Connections accepted so far.
    public int connections() {
        return connections.get();
    }

    /// The next request that was read whole, waiting ten seconds at most.
    public String nextRequest() {
        try {
            String next = requests.poll(10, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("no request came");
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        die();
    }

    /// Stops listening, and then leaves every connection.
    public void die() {
        try {
            server.close();
            accepting.join();
            for (Socket each : List.copyOf(open)) each.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
