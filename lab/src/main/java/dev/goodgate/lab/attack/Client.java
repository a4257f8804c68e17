package dev.goodgate.lab.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Sends the octets of a line over one connection from an address of its own, and reads until the
/// gateway closes or five seconds are over. When every response has come and the gateway need not
/// close, or a response is wrong already, a short silence ends it earlier.
final class Client {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final long HONEST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int QUIET_MILLIS = 300;
    private static final int CONNECT_MILLIS = 3000;
    private static final long BETWEEN_HALVES = TimeUnit.MILLISECONDS.toNanos(8);
    private static final long BETWEEN_OCTETS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final long MOST_SINGLE = TimeUnit.SECONDS.toNanos(1);
    private static final long MOST_BETWEEN = TimeUnit.MILLISECONDS.toNanos(300);

    private final InetSocketAddress gateway;
    private final LongSupplier nanos;

    Client(InetSocketAddress gateway, LongSupplier nanos) {
        this.gateway = gateway;
        this.nanos = nanos;
    }

    Seen send(AttackLine line, Cut cut, InetAddress from) {
        String peer = from.getHostAddress();
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.setTcpNoDelay(true);
            socket.connect(gateway, CONNECT_MILLIS);
            long end = nanos.getAsLong() + PATIENCE;
            write(socket, Octets.bytes(line.octets()), cut);
            boolean closed = read(socket, got, line, end);
            return new Seen(cut, peer, answers(line, got, closed), closed, "");
        } catch (IOException e) {
            Answers none = answers(line, got, true);
            return new Seen(cut, peer, none, true, "connection: " + e.getMessage());
        }
    }

    /// Whether an ordinary request on a fresh connection gets its 200 within 100 ms (oracle U6).
    boolean honest(InetAddress from, String host) {
        byte[] request = Octets.bytes("GET /honest HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            long start = nanos.getAsLong();
            socket.connect(gateway, CONNECT_MILLIS);
            socket.setSoTimeout(CONNECT_MILLIS);
            socket.getOutputStream().write(request);
            byte[] start200 = socket.getInputStream().readNBytes(12);
            return Octets.text(start200, 0, start200.length).endsWith(" 200")
                    && nanos.getAsLong() - start < HONEST;
        } catch (IOException _) {
            return false;
        }
    }

    private static Answers answers(AttackLine line, ByteArrayOutputStream got, boolean closed) {
        byte[] octets = got.toByteArray();
        return Answers.of(Octets.text(octets, 0, octets.length), closed, line::method);
    }

    /// A gateway may refuse before it has read everything: what it sent then still counts.
    private void write(Socket socket, byte[] octets, Cut cut) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            switch (cut) {
                case Cut.Whole() -> out.write(octets);
                case Cut.After(int first) -> {
                    out.write(octets, 0, first);
                    LockSupport.parkNanos(BETWEEN_HALVES);
                    out.write(octets, first, octets.length - first);
                }
                case Cut.Single() -> singly(out, octets);
            }
        } catch (IOException e) {
            if (socket.isClosed()) throw e;
        }
    }

    /// A long line would run into the gateway's time limit: what a second was not enough for goes
    /// out as it comes.
    private void singly(OutputStream out, byte[] octets) throws IOException {
        long start = nanos.getAsLong();
        for (int i = 0; i < octets.length; i++) {
            long spent = nanos.getAsLong() - start;
            if (spent > MOST_SINGLE) {
                out.write(octets, i, octets.length - i);
                return;
            }
            out.write(octets[i]);
            if (spent < MOST_BETWEEN) LockSupport.parkNanos(BETWEEN_OCTETS);
        }
    }

    private boolean read(Socket socket, ByteArrayOutputStream got, AttackLine line, long end)
            throws IOException {
        InputStream in = socket.getInputStream();
        byte[] block = new byte[8192];
        while (true) {
            boolean enough = enough(line, got);
            long left = TimeUnit.NANOSECONDS.toMillis(end - nanos.getAsLong());
            if (left <= 0) return false;
            socket.setSoTimeout((int) (enough ? Math.min(QUIET_MILLIS, left) : left));
            try {
                int count = in.read(block);
                if (count < 0) return true;
                got.write(block, 0, count);
            } catch (SocketTimeoutException _) {
                return false;
            } catch (IOException _) {
                return true;
            }
        }
    }

    private static boolean enough(AttackLine line, ByteArrayOutputStream got) {
        if (got.size() == 0) return false;
        Answers answers = answers(line, got, false);
        List<Set<Integer>> wanted = line.wanted().statuses();
        int count = answers.statuses().size();
        for (int i = 0; i < Math.min(count, wanted.size()); i++) {
            if (!wanted.get(i).contains(answers.statuses().get(i))) return answers.whole();
        }
        return answers.whole() && count >= wanted.size() && !line.wanted().closes();
    }
}
