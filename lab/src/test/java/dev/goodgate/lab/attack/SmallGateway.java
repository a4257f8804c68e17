package dev.goodgate.lab.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.OptionalLong;

/// A gateway for tests of the harness: right about the few lines of the tests, or wrong in one way.
final class SmallGateway implements Attack.Running {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final String REFUSAL =
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final String DENIAL = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";

    /// What is wrong with it.
    enum Way {
        RIGHT,
        RELAYS_OCTETS,
        BELIEVES_THE_CLIENT,
        READS_ONCE,
        STAYS_OPEN,
        SENDS_TWICE,
        REFLECTS,
        NEVER_ABORTS
    }

    private final ServerSocket listener = new ServerSocket(0, 256, HERE);
    private final InetSocketAddress upstream;
    private final Way way;

    SmallGateway(InetSocketAddress upstream, Way way) throws IOException {
        this.upstream = upstream;
        this.way = way;
        Thread.ofVirtual().start(this::accept);
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(HERE, listener.getLocalPort());
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.of(ProcessHandle.current().pid());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket behind = new Socket(upstream.getAddress(), upstream.getPort())) {
            client.setTcpNoDelay(true);
            if (way == Way.RELAYS_OCTETS) relay(client, behind);
            else exchange(client, behind);
        } catch (IOException _) {
            // The test sees what came of it.
        }
    }

    private static void relay(Socket client, Socket behind) throws IOException {
        Thread _ =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                behind.getInputStream().transferTo(client.getOutputStream());
                                client.shutdownOutput();
                            } catch (IOException _) {
                                // Either side has closed.
                            }
                        });
        client.getInputStream().transferTo(behind.getOutputStream());
    }

    private void exchange(Socket client, Socket behind) throws IOException {
        while (true) {
            String head = head(client.getInputStream(), way == Way.READS_ONCE);
            if (head.isEmpty()) return;
            if (!head.matches("(?s)GET /[a-z_]+ HTTP/1\\.1\r\nHost: good\\.test\r\n.*\r\n")) {
                refuse(client, head);
                if (way != Way.STAYS_OPEN) return;
            } else if (head.startsWith("GET /__deny")) {
                write(client, DENIAL);
            } else {
                forward(client, behind, head);
            }
        }
    }

    private void refuse(Socket client, String head) throws IOException {
        String page = way == Way.REFLECTS ? head : "";
        write(client, REFUSAL.replace("h: 0", "h: " + page.length()) + page);
    }

    private void forward(Socket client, Socket behind, String head) throws IOException {
        String peer = client.getInetAddress().getHostAddress();
        int claim = head.indexOf("X-Forwarded-For: ");
        String told =
                way == Way.BELIEVES_THE_CLIENT && claim >= 0
                        ? head.substring(claim + 17).split("\r", 2)[0]
                        : peer;
        String request =
                head.substring(0, head.indexOf("\r\n") + 2)
                        + "Host: good.test\r\nX-Forwarded-For: "
                        + told
                        + "\r\n\r\n";
        write(behind, request);
        if (way == Way.SENDS_TWICE) {
            head(behind.getInputStream(), false);
            behind.getInputStream().readNBytes(3);
            write(behind, request);
        }
        if (way == Way.NEVER_ABORTS) {
            Socket left = new Socket(upstream.getAddress(), upstream.getPort());
            write(left, request.replace("\r\n\r\n", "\r\nContent-Length: 9\r\n\r\n"));
        }
        String answer = head(behind.getInputStream(), false);
        byte[] body = behind.getInputStream().readNBytes(3);
        write(client, answer + Octets.text(body, 0, body.length));
    }

    private static String head(InputStream in, boolean once) throws IOException {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        if (once) {
            byte[] block = new byte[8192];
            int count = in.read(block);
            return count < 0 ? "" : Octets.text(block, 0, count);
        }
        while (!got.toString(java.nio.charset.StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) return "";
            got.write(octet);
        }
        return got.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static void write(Socket to, String text) throws IOException {
        to.getOutputStream().write(Octets.bytes(text));
    }
}
