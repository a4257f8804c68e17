package dev.goodgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.goodgate.gateway.config.RuntimeSettings;
import dev.goodgate.gateway.loop.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A gateway that may open few files accepts no more clients than it can carry.
final class DescriptorsTest {
    private static final int LIMIT = 200;
    private static final int SPARE = 20;
    private static final int CLIENTS = 200;
    private static final int AT_ONCE = 30;
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(
            value = RuntimeSettings.Transport.class,
            names = {"IO_URING", "EPOLL", "NIO"})
    void with_few_descriptors_whoever_is_accepted_is_carried_and_written_down(
            RuntimeSettings.Transport transport) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "prlimit is not installed");
        assumeTrue(Transport.obstacle(transport).isEmpty(), () -> Transport.obstacle(transport));
        Semaphore asked = new Semaphore(0);
        CountDownLatch go = new CountDownLatch(1);
        Path log = folder.resolve("access.log");
        List<String> answers = new ArrayList<>();
        try (ServerSocket upstream = upstream(asked, go);
                OwnGateway gateway =
                        OwnGateway.start(
                                List.of("prlimit", "--nofile=" + LIMIT + ":" + LIMIT),
                                config(transport, upstream.getLocalPort(), log),
                                Map.of())) {
            List<Socket> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) clients.add(asking(gateway.address()));
            assertThat(asked.tryAcquire(AT_ONCE, 20, TimeUnit.SECONDS)).isTrue();
            assertThat(openFiles(gateway.pid())).isLessThanOrEqualTo(LIMIT - SPARE);
            go.countDown();
            for (Socket client : clients) answers.add(answer(client));
            answers.add(answer(asking(gateway.address())));
        }
        assertThat(answers).noneMatch(answer -> answer.startsWith("HTTP/1.1 5"));
        assertThat(answers.getLast()).isEqualTo("HTTP/1.1 200 OK");
        long carried = answers.stream().filter(answer -> answer.endsWith("200 OK")).count();
        assertThat(carried).isGreaterThanOrEqualTo(AT_ONCE);
        assertThat(Files.readAllLines(log))
                .hasSize((int) carried)
                .allMatch(line -> line.contains("\"status\":200"));
    }

    private static int openFiles(long pid) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return (int) all.count();
        }
    }

    private Path config(RuntimeSettings.Transport transport, int port, Path log)
            throws IOException {
        return Files.writeString(
                folder.resolve("few.yaml"),
                """
                listeners: [ { address: "127.0.0.1:0" } ]
                routes: [ { match: { path: / }, upstream: app } ]
                upstreams: { app: { endpoints: ["http://127.0.0.1:%d"], max-connections: 1000 } }
                access-log: { to: "%s" }
                admin: { address: "off" }
                runtime: { transport: %s }
                """
                        .formatted(
                                port,
                                log,
                                transport.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /// Answers everybody, but nobody before `go`.
    private static ServerSocket upstream(Semaphore asked, CountDownLatch go) throws IOException {
        ServerSocket server = new ServerSocket(0, 512, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> accept(server, asked, go));
        return server;
    }

    private static void accept(ServerSocket server, Semaphore asked, CountDownLatch go) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket, asked, go));
            } catch (IOException _) {
                // Closed: the loop's condition decides.
            }
        }
    }

    private static void serve(Socket socket, Semaphore asked, CountDownLatch go) {
        try (socket) {
            asked.release();
            go.await();
            byte[] block = new byte[8192];
            while (socket.getInputStream().read(block) > 0) {
                socket.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException _) {
            // The client sees what came of it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket asking(InetSocketAddress gateway) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(20_000);
        socket.connect(gateway, 5_000);
        try {
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException _) {
            // Turned away already: reading tells.
        }
        return socket;
    }

    /// The status line, empty when the connection was turned away.
    private static String answer(Socket socket) {
        try (socket) {
            String all =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return all.split("\r\n", 2)[0];
        } catch (IOException turnedAway) {
            return "";
        }
    }
}
