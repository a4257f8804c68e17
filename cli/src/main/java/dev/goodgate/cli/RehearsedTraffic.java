package dev.goodgate.cli;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The clients of a rehearsal. What the compiler has never seen happen it leaves out, and it stops
/// the traffic to compile again when it happens after all: so everything that a usual day brings
/// comes here, the rare things once or more, the usual ones often.
final class RehearsedTraffic {
    private static final int LIMIT_MILLIS = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int CLIENTS = 64;

    /// Of one client that stays.
    private static final int REQUESTS = 500;

    private static final int TRIES = 500;
    private static final String POST = "POST /small HTTP/1.1\r\nHost: localhost\r\n";

    private final InetSocketAddress gateway;
    private volatile long until = System.nanoTime() + LONGEST.toNanos();

    RehearsedTraffic(InetSocketAddress gateway) {
        this.gateway = gateway;
    }

    /// What one client does; an IOException ends it early, which is no failure of the rehearsal.
    @FunctionalInterface
    private interface Part {
        void play(int client) throws IOException;
    }

    /// Waits until the gateway answers; false when it does not.
    boolean begin() {
        for (int tries = 0; tries < TRIES; tries++) {
            try (Client client = new Client()) {
                client.ask(get("/small"));
                return true;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        return false;
    }

    /// Plays all parts. Takes some seconds; after 15, no client asks for anything more.
    void play() {
        until = System.nanoTime() + LONGEST.toNanos();
        List<Part> parts =
                List.of(
                        client -> keep("/small", REQUESTS),
                        client -> keep("/small", REQUESTS),
                        client -> keep("/medium", REQUESTS / 4),
                        client -> keep("/large", 2),
                        client -> keep("/chunked", 20),
                        client -> keep("/last", 20),
                        this::once,
                        this::upload,
                        this::leave,
                        this::fail,
                        client -> keep("/small", REQUESTS));
        for (Part part : parts) together(part);
    }

    private static void together(Part part) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            clients.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    part.play(number);
                                } catch (IOException early) {
                                    return;
                                }
                            }));
        }
        try {
            for (Thread client : clients) client.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(String path, int requests) throws IOException {
        try (Client client = new Client()) {
            for (int i = 0; i < requests; i++) client.ask(get(path));
        }
    }

    /// A connection for each request, ended by either side.
    private void once(int number) throws IOException {
        for (int i = 0; i < REQUESTS / 10; i++) {
            try (Client client = new Client()) {
                client.ask(i % 4 == 0 ? get("/small") : get("/small", "Connection: close\r\n"));
            }
        }
    }

    private void upload(int number) throws IOException {
        try (Client client = new Client()) {
            for (int i = 0; i < 10; i++) {
                client.ask(POST + "Content-Length: 5\r\n\r\nhello");
                client.ask(POST + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
                client.ask(POST + "Content-Length: 40000\r\n\r\n" + "x".repeat(40_000));
            }
        }
    }

    /// Clients that go before their answer is whole, or before their request is.
    private void leave(int number) throws IOException {
        try (Client client = new Client()) {
            client.send(number % 2 == 0 ? get("/large") : "GET /small HT");
            if (number % 4 == 0) client.read();
            if (number % 8 < 4) client.socket.setSoLinger(true, 0);
        }
    }

    /// What has to be explained, as a page and as a problem.
    private void fail(int number) throws IOException {
        String accept = number % 2 == 0 ? "text/html" : "application/json";
        try (Client client = new Client()) {
            for (String path : List.of("/gone", "/cut", "/small/../..", "/gone")) {
                client.ask(get(path, "Accept: " + accept + "\r\n"));
            }
        }
    }

    private static String get(String path) {
        return get(path, "Accept: text/html\r\nUser-Agent: rehearsal\r\n");
    }

    private static String get(String path, String fields) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
    }

    /// One connection to the gateway.
    private final class Client implements AutoCloseable {
        private final Socket socket = new Socket();
        private final InputStream in;

        Client() throws IOException {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.setTcpNoDelay(true);
            try {
                socket.connect(gateway, LIMIT_MILLIS);
                in = new BufferedInputStream(socket.getInputStream());
            } catch (IOException refused) {
                socket.close();
                throw refused;
            }
        }

        void send(String octets) throws IOException {
            if (System.nanoTime() > until) throw new InterruptedIOException("it takes too long");
            socket.getOutputStream().write(octets.getBytes(StandardCharsets.US_ASCII));
        }

        int read() throws IOException {
            return in.read();
        }

        /// Sends that and reads the whole answer.
        void ask(String request) throws IOException {
            send(request);
            int length = 0;
            boolean chunked = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                String field = line.toLowerCase(Locale.ROOT);
                if (field.startsWith("content-length: "))
                    length = Integer.parseInt(line, 16, line.length(), 10);
                chunked |= field.equals("transfer-encoding: chunked");
            }
            if (!chunked) {
                in.skipNBytes(length);
                return;
            }
            for (int size = size(); size > 0; size = size()) in.skipNBytes(size + 2L);
            line();
        }

        private int size() throws IOException {
            return Integer.parseInt(line(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) throw new EOFException();
                if (octet != '\r') line.append((char) octet);
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
