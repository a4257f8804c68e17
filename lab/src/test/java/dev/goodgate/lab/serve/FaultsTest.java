package dev.goodgate.lab.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goodgate.lab.scenario.Catalogue;
import dev.goodgate.lab.scenario.Lane;
import dev.goodgate.lab.scenario.Probe;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Each fault is what its row says, seen with a plain socket.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultsTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: t-1\r\n\r\n";
    private Site site;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        List<Probe> probes =
                Catalogue.ALL.stream()
                        .filter(s -> s.lane() == Lane.SHARED)
                        .flatMap(s -> s.probes().stream())
                        .toList();
        site =
                Site.anywhere(
                        base -> new Plan(probes, base, folder),
                        _ -> true,
                        new Random(folder.hashCode()));
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void a_closed_port_refuses() {
        assertThatThrownBy(() -> dial("C01", 1000).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_full_accept_queue_answers_no_syn() {
        assertThatThrownBy(() -> dial("C02", 300).close())
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void an_unaccepted_connection_is_open_and_silent() throws IOException {
        try (Socket socket = dial("C21", 1000)) {
            socket.getOutputStream().write(GET.getBytes(ISO_8859_1));
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_reset_at_accept_is_seen_as_a_reset() {
        assertThatThrownBy(() -> asked("C07"))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void a_fin_without_an_answer_is_an_end_of_stream() throws IOException {
        assertThat(asked("C08")).isEmpty();
    }

    @Test
    void a_banner_comes_unasked() throws IOException {
        assertThat(asked("C18")).startsWith("SSH-2.0-");
    }

    @Test
    void a_missing_unix_socket_has_no_file() {
        assertThatThrownBy(() -> dialUnix("C11")).hasMessageContaining("No such file");
    }

    @Test
    void a_stale_unix_socket_refuses() {
        assertThatThrownBy(() -> dialUnix("C13")).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_busy_unix_socket_would_block() throws IOException {
        try (var channel = SocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            assertThat(connects(channel, unix("C14"))).isFalse();
        }
    }

    @Test
    void heads_arrive_octet_by_octet_as_the_catalogue_writes_them() throws IOException {
        assertThat(asked("H04")).startsWith("HTTP/1.1 200\r\n");
        assertThat(asked("H07")).contains("X-A : 1\r\n");
        assertThat(asked("H09-nul")).contains("X-A: a\0b\r\n");
        assertThat(asked("H10")).isEqualTo("HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
        assertThat(asked("H12")).contains("Content-Length: 3\r\nContent-Length: 2\r\n");
        assertThat(asked("H24")).startsWith("HTTP/1.1 101 ");
        assertThat(asked("H28")).endsWith("\r\n\r\nokEVIL");
    }

    @Test
    void large_heads_are_as_large_as_their_rows_say() throws IOException {
        assertThat(asked("H20").length()).isGreaterThan(1 << 20);
        assertThat(asked("H21").length()).isBetween(200_000, 201_000);
        assertThat(asked("H22").lines().count()).isGreaterThan(1000);
        assertThat(asked("H23").split("HTTP/1.1 103", -1)).hasSize(2001);
    }

    @Test
    void bodies_stop_where_their_rows_say() throws IOException {
        assertThat(asked("H31")).endsWith("Content-Length: 10\r\n\r\nhalf");
        assertThat(asked("H32")).endsWith("2\r\nok\r\n");
        assertThat(asked("B10")).hasSizeLessThan(1000).contains("206 Partial Content");
    }

    @Test
    void a_cut_body_can_end_in_a_reset() {
        assertThatThrownBy(() -> asked("H33")).hasMessageContaining("reset");
    }

    @Test
    void a_sound_server_keeps_its_connection_and_names_the_request() throws IOException {
        Place place = site.plan().place("C10");
        try (Socket socket = dial(place.port() + 1, 1000)) {
            for (int i = 0; i < 2; i++) {
                socket.getOutputStream().write(GET.getBytes(ISO_8859_1));
                byte[] octets = socket.getInputStream().readNBytes(ANSWER.length());
                assertThat(new String(octets, ISO_8859_1)).isEqualTo(ANSWER);
            }
        }
    }

    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\nok t-1\n";

    @Test
    void a_stale_connection_serves_once_and_closes_on_the_second_request() throws IOException {
        try (Socket socket = dial("R01", 1000)) {
            socket.getOutputStream().write((GET + GET).getBytes(ISO_8859_1));
            socket.setSoTimeout(5000);
            String all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(all.split("HTTP/1.1 200", -1)).hasSize(2);
        }
        assertThat(site.stand("R01").ledger().requests()).hasSize(2);
    }

    @Test
    void a_killed_process_ends_its_connection_in_the_middle_of_the_body() throws IOException {
        Stand stand = site.stand("K02");
        stand.mortal().start();
        try (Socket socket = dial("K02", 1000)) {
            socket.getOutputStream().write(GET.getBytes(ISO_8859_1));
            assertThat(stand.signals().await("sent", SOON)).isTrue();
            stand.mortal().kill();
            String all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(all).endsWith("Content-Length: 20\r\n\r\nhalf");
        }
    }

    @Test
    void the_ledger_tells_a_whole_chunked_body_from_one_that_was_cut() throws IOException {
        try (Socket socket = dial("B05", 1000)) {
            String head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n";
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
        }
        Ledger ledger = site.stand("B05").ledger();
        assertThat(ledger.awaitEndings(1, SOON)).isTrue();
        assertThat(ledger.endings().values()).noneMatch(Ledger.Ending::lastChunk);
    }

    private Socket dial(String probe, int millis) throws IOException {
        return dial(site.plan().place(probe).port(), millis);
    }

    private static Socket dial(int port, int millis) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), millis);
        return socket;
    }

    private String asked(String probe) throws IOException {
        try (Socket socket = dial(probe, 1000)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(GET.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private UnixDomainSocketAddress unix(String probe) {
        String endpoint = site.plan().place(probe).endpoints().getFirst();
        return UnixDomainSocketAddress.of(endpoint.substring("unix:".length()));
    }

    private void dialUnix(String probe) throws IOException {
        SocketChannel.open(unix(probe)).close();
    }

    private static boolean connects(SocketChannel channel, UnixDomainSocketAddress to) {
        try {
            return channel.connect(to);
        } catch (IOException e) {
            return false;
        }
    }
}
