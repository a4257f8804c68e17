package dev.goodgate.lab.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One client connection that sends any octets. One thread sends, one may read. Text is ISO-8859-1.
public final class RawClient implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /// Connects. Reading gives up after this limit without an octet.
    public static RawClient connect(InetSocketAddress to, Duration limit) throws IOException {
        return connect(to, limit, null, 0);
    }

    /// Connects from a given local address and with a receive buffer of this many octets (0: that
    /// of the system).
    public static RawClient connect(
            InetSocketAddress to, Duration limit, @Nullable InetSocketAddress from, int buffer)
            throws IOException {
        var socket = new Socket();
        try {
            if (buffer > 0) {
                socket.setReceiveBufferSize(buffer);
            }
            if (from != null) {
                socket.bind(from);
            }
            socket.connect(to, CONNECT_MILLIS);
            socket.setSoTimeout((int) limit.toMillis());
            return new RawClient(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Sends octets in one piece.
    public RawClient send(String octets) throws IOException {
        out.write(octets.getBytes(ISO_8859_1));
        return this;
    }

    /// Sends one octet a segment.
    public RawClient sendSliced(String octets) throws IOException {
        for (byte octet : octets.getBytes(ISO_8859_1)) {
            out.write(octet);
        }
        return this;
    }

    /// Sends octets many times over on a thread of its own; ends quietly when the other side does
    /// not take them any more.
    public Thread sendApart(String octets, int times, String last) {
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        byte[] bytes = octets.getBytes(ISO_8859_1);
                        for (int i = 0; i < times; i++) {
                            out.write(bytes);
                        }
                        send(last);
                    } catch (IOException e) {
                        // the answer tells
                    }
                });
    }

    /// Reads one response to a request that may have a body in its answer.
    public Answer read() {
        return new AnswerReader(in, false).read();
    }

    /// Reads one response, and after each run of this many octets does something else first.
    public Answer readSlowly(int octets, Runnable between) {
        return new AnswerReader(new Slow(in, octets, between), false).read();
    }

    /// Reads one response to HEAD.
    public Answer readHeadAnswer() {
        return new AnswerReader(in, true).read();
    }

    /// Reads up to the empty line of the next head, interim ones included, and returns its status.
    public int readOneHead() throws IOException {
        return new AnswerReader(in, false).readOneHead();
    }

    /// Waits for an octet and leaves it there. False when none came in time.
    public boolean awaitOctet(Duration limit) throws IOException {
        int before = socket.getSoTimeout();
        socket.setSoTimeout((int) limit.toMillis());
        try {
            in.mark(1);
            boolean there = in.read() >= 0;
            in.reset();
            return there;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(before);
        }
    }

    /// Reads one octet. Throws EOFException at the end.
    public int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }

    /// Waits for the end of the connection, dropping what comes. False when it did not end within
    /// the limit given at connect.
    public boolean awaitEnd() {
        try {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /// Ends the own direction: a FIN.
    public void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /// Ends with a RST.
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /// The port this connection comes from.
    public int localPort() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
