package dev.goodgate.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// A client that sends any octets and reads what comes, for tests. Every read has a limit of ten
/// seconds.
public final class RawClient implements AutoCloseable {
    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    public static RawClient connect(InetSocketAddress to) {
        return connect(to, "127.0.0.1");
    }

    /// Connects from that address.
    public static RawClient connect(InetSocketAddress to, String from) {
        try {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
            socket.connect(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), to.getPort()), 5000);
            return new RawClient(socket);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public RawClient send(String octets) {
        return send(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawClient send(byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Sends a plain GET.
    public RawClient get(String path) {
        return send("GET " + path + " HTTP/1.1\r\nHost: good.test\r\n\r\n");
    }

    /// Says that nothing more comes.
    public RawClient finish() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Leaves by RST.
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// One whole response: its head and the body its Content-Length or chunked coding announces, as
    /// text.
    public String response() {
        try {
            String head = until("\r\n\r\n");
            String lower = head.toLowerCase(java.util.Locale.ROOT);
            int at = lower.indexOf("\r\ncontent-length: ");
            if (at >= 0) {
                String digits = lower.substring(at + 18, lower.indexOf("\r\n", at + 18)).strip();
                return head + exactly(Integer.parseInt(digits));
            }
            return lower.contains("\r\ntransfer-encoding: chunked")
                    ? head + until("0\r\n\r\n")
                    : head;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A head alone, for answers to HEAD, 204, 304 and interim ones.
    public String head() {
        try {
            return until("\r\n\r\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Exactly that many octets.
    public String exactly(int count) {
        try {
            byte[] octets = socket.getInputStream().readNBytes(count);
            return new String(octets, StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String until(String end) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith(end)) {
            int octet = in.read();
            if (octet < 0) throw new IOException("closed after: " + text);
            all.write(octet);
            if (octet == '\n') text = all.toString(StandardCharsets.ISO_8859_1);
        }
        return text;
    }

    /// Everything up to the end of the connection; a reset ends with `<RST>`.
    public String rest() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            for (int octet = in.read(); octet >= 0; octet = in.read()) all.write(octet);
        } catch (SocketException reset) {
            return all.toString(StandardCharsets.ISO_8859_1) + "<RST>";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
