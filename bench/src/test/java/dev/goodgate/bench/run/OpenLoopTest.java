package dev.goodgate.bench.run;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final String RIGHT = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    /// Answers every request on every connection; the one with this number only after a stall.
    private record Server(ServerSocket socket, String answer, int stalled, AtomicInteger requests)
            implements AutoCloseable {

        static Server start(String answer, int stalled) throws IOException {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Server server = new Server(socket, answer, stalled, new AtomicInteger());
            Thread.startVirtualThread(server::accept);
            return server;
        }

        private void accept() {
            try {
                while (true) {
                    Socket client = socket.accept();
                    Thread.startVirtualThread(() -> serve(client));
                }
            } catch (IOException closed) {
                assertThat(socket.isClosed()).isTrue();
            }
        }

        private void serve(Socket client) {
            try (client) {
                InputStream in = client.getInputStream();
                byte[] head = new byte[4096];
                while (in.read(head) > 0) {
                    if (requests.incrementAndGet() == stalled) {
                        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                    }
                    client.getOutputStream().write(answer.getBytes(US_ASCII));
                }
            } catch (IOException gone) {
                assertThat(gone).hasMessageMatching("(?i).*(reset|closed|broken).*");
            }
        }

        OpenLoop.Plan plan(boolean newConnections, boolean shedding) {
            return new OpenLoop.Plan(
                    socket.getLocalPort(),
                    "/",
                    1,
                    newConnections,
                    2,
                    100,
                    Duration.ofMillis(500),
                    shedding);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static OpenLoop.Seen run(OpenLoop.Plan plan) {
        return new OpenLoop(System::nanoTime).run(plan);
    }

    @Test
    void every_planned_request_is_answered_once() throws IOException {
        try (Server server = Server.start(RIGHT, 0)) {
            OpenLoop.Seen seen = run(server.plan(false, false));
            assertThat(seen.requests()).isEqualTo(50);
            assertThat(seen.errors()).isZero();
            assertThat(server.requests()).hasValue(50);
        }
    }

    @Test
    void a_stall_is_charged_to_every_request_that_was_planned_meanwhile() throws IOException {
        try (Server server = Server.start(RIGHT, 10)) {
            OpenLoop.Seen seen = run(server.plan(false, false));
            assertThat(seen.maxMicros()).isGreaterThan(290_000);
            assertThat(seen.p50Micros()).isGreaterThan(10_000);
        }
    }

    @Test
    void a_connection_for_each_request_is_possible() throws IOException {
        try (Server server = Server.start(RIGHT, 0)) {
            assertThat(run(server.plan(true, false)).requests()).isEqualTo(50);
        }
    }

    @Test
    void a_body_of_another_length_is_an_error() throws IOException {
        String wrong = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok!";
        try (Server server = Server.start(wrong, 0)) {
            OpenLoop.Seen seen = run(server.plan(false, false));
            assertThat(seen.requests()).isZero();
            assertThat(seen.errors()).isEqualTo(50);
        }
    }

    @Test
    void a_503_counts_apart_where_load_is_shed_and_as_an_error_elsewhere() throws IOException {
        String busy = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
        try (Server server = Server.start(busy, 0)) {
            assertThat(run(server.plan(false, true)).shed()).isEqualTo(50);
            assertThat(run(server.plan(false, false)).errors()).isEqualTo(50);
        }
    }
}
