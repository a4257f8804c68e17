package dev.goodgate.logs.find;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A real server on a unix socket that speaks as much of Docker's API as is asked for.
final class FakeEngine implements Closeable {
    private final Path socket;
    private final ServerSocketChannel server;
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Thread accepting;
    private volatile int chunk;
    private final Map<String, BlockingQueue<byte[]>> written = new ConcurrentHashMap<>();
    private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
    private volatile boolean hangsUp;
    private volatile Optional<Whim> whim = Optional.empty();

    /// Answers as it likes.
    interface Whim {
        void answer(OutputStream out) throws IOException;
    }

    private FakeEngine(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
        this.accepting = Thread.ofVirtual().unstarted(this::serve);
    }

    static FakeEngine at(Path folder) throws IOException {
        Path socket = folder.resolve("docker.sock");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwxr-xr-x"));
        FakeEngine engine = new FakeEngine(socket, server);
        engine.accepting.start();
        return engine;
    }

    Path socket() {
        return socket;
    }

    List<String> asked() {
        return asked;
    }

    /// Answers so where the target begins so.
    void answers(String target, byte[] body) {
        answers.put(target, body);
    }

    FakeEngine inChunksOf(int octets) {
        chunk = octets;
        return this;
    }

    void answers(Whim any) {
        whim = Optional.of(any);
    }

    /// Sends that to whoever follows the container, now or later.
    void writes(String id, String text) {
        written(id).add(framed(1, text));
    }

    /// Ends the output of that container for one who follows it.
    void ends(String id) {
        written(id).add(new byte[0]);
    }

    private BlockingQueue<byte[]> written(String id) {
        return written.computeIfAbsent(id, _ -> new LinkedBlockingQueue<>());
    }

    /// A piece of one of two outputs, as Docker sends it.
    static byte[] framed(int output, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[8 + octets.length];
        frame[0] = (byte) output;
        frame[6] = (byte) (octets.length >> 8);
        frame[7] = (byte) octets.length;
        System.arraycopy(octets, 0, frame, 8, octets.length);
        return frame;
    }

    void hangsUp() {
        hangsUp = true;
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                SocketChannel one = server.accept();
                open.add(one);
                Thread.ofVirtual().start(() -> serve(one));
            } catch (IOException closed) {
                // The test is over.
            }
        }
    }

    private void serve(SocketChannel one) {
        try (one) {
            answer(one);
        } catch (IOException closed) {
            // The test is over, or the other side went away.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(SocketChannel one) throws IOException, InterruptedException {
        var in = Channels.newInputStream(one);
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) head.append((char) in.read());
        String target = head.substring(4, head.indexOf(" HTTP/1.1\r\n"));
        asked.add(target);
        if (hangsUp) return;
        OutputStream out = Channels.newOutputStream(one);
        if (whim.isPresent()) {
            whim.get().answer(out);
            return;
        }
        if (target.contains("follow=1")) {
            follow(target.split("/", -1)[2], out);
            return;
        }
        byte[] body = body(target);
        if (body.length == 1 && body[0] == '!') {
            out.write(text("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno"));
        } else if (chunk > 0) {
            out.write(text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
            for (int at = 0; at < body.length; at += chunk) {
                int size = Math.min(chunk, body.length - at);
                out.write(text(Integer.toHexString(size) + "\r\n"));
                out.write(body, at, size);
                out.write(text("\r\n"));
            }
            out.write(text("0\r\n\r\n"));
        } else {
            out.write(text("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n"));
            out.write(body);
        }
    }

    private void follow(String id, OutputStream out) throws IOException, InterruptedException {
        out.write(text("HTTP/1.1 200 OK\r\n\r\n"));
        BlockingQueue<byte[]> queue = written(id);
        for (byte[] some = queue.take(); some.length > 0; some = queue.take()) out.write(some);
    }

    private byte[] body(String target) {
        for (Map.Entry<String, byte[]> answer : answers.entrySet()) {
            if (target.startsWith(answer.getKey())) return answer.getValue();
        }
        return text("!");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Once it returns, the socket refuses: the channel takes connections until the thread has left
    /// `accept`.
    @Override
    public void close() throws IOException {
        server.close();
        try {
            accepting.join(java.time.Duration.ofSeconds(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        for (SocketChannel one : open) one.close();
    }
}
