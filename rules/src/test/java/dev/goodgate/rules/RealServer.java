package dev.goodgate.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server from a Debian package, started on a free port of 127.0.0.1 in front of a port where
/// nothing listens. Its configuration is a folder among the test resources.
final class RealServer implements AutoCloseable {
    private static final Path CONFIGURATIONS =
            Path.of("src/test/resources/dev/goodgate/rules/pages");

    private static final int ROUNDS = 400;
    private static final int ROUND_MILLIS = 25;
    private static final int SECONDS = 10;
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    private final Process process;
    private final Path said;
    private final int port;
    private final Socket dead;

    private RealServer(Process process, Path said, int port, Socket dead) {
        this.process = process;
        this.said = said;
        this.port = port;
        this.dead = dead;
    }

    /// Starts it. In the words of the command `{folder}`, `{port}` and `{dead}` are filled in.
    static RealServer start(String name, List<String> command, Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Socket dead = new Socket();
        dead.bind(new InetSocketAddress(HERE, 0));
        int port = free();
        Blanks blanks = new Blanks(folder, port, dead.getLocalPort());
        try (Stream<Path> files = Files.list(CONFIGURATIONS.resolve(name))) {
            for (Path file : files.toList()) {
                String text = blanks.fill(Files.readString(file));
                Files.writeString(folder.resolve(file.getFileName()), text);
            }
        }
        Path said = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(command.stream().map(blanks::fill).toList())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        for (String home : List.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")) {
            builder.environment().put(home, folder.toString());
        }
        Process process = builder.start();
        return new RealServer(process, said, port, dead);
    }

    private record Blanks(Path folder, int port, int dead) {
        String fill(String text) {
            return text.replace("{folder}", folder.toString())
                    .replace("{port}", Integer.toString(port))
                    .replace("{dead}", Integer.toString(dead));
        }
    }

    private static int free() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, HERE)) {
            return any.getLocalPort();
        }
    }

    /// What it answers, head and body as octets, once it listens.
    byte[] ask() throws IOException, InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            try (Socket socket = new Socket(HERE, port)) {
                socket.setSoTimeout(SECONDS * 1000);
                return exchange(socket);
            } catch (IOException notYet) {
                if (process.waitFor(ROUND_MILLIS, TimeUnit.MILLISECONDS)) break;
            }
        }
        throw new IOException("no answer; it said: " + Files.readString(said));
    }

    /// The absolute form suits proxies and origins alike (RFC 9112 section 3.2.2).
    private byte[] exchange(Socket socket) throws IOException {
        String host = "127.0.0.1:" + dead.getLocalPort();
        String request = "GET http://" + host + "/ HTTP/1.1\r\nHost: " + host + "\r\n";
        OutputStream out = socket.getOutputStream();
        out.write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(answer);
        if (answer.size() == 0) throw new IOException("an empty answer");
        return answer.toByteArray();
    }

    /// Asks it and what it started to end, and kills what has not ended after some seconds.
    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        process.destroy();
        try {
            process.waitFor(SECONDS / 2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        dead.close();
    }
}
