package dev.goodgate.lab.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.lab.client.Answer.Ending;
import dev.goodgate.lab.client.Answer.Wholeness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What a client can know about an answer (RFC 9112 section 6.3 and 8).
final class RawClientTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    @Test
    void a_body_of_its_announced_length_is_whole() throws IOException {
        Answer answer = fin("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        assertThat(answer.wholeness()).isEqualTo(Wholeness.WHOLE);
        assertThat(answer.body()).isEqualTo("ok");
    }

    @Test
    void a_fin_before_the_announced_length_is_a_cut() throws IOException {
        Answer answer = fin("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok");
        assertThat(answer.wholeness()).isEqualTo(Wholeness.CUT);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.ending()).isEqualTo(Ending.FIN);
    }

    @Test
    void a_last_chunk_proves_a_whole_body() throws IOException {
        assertThat(fin(CHUNKED + "2\r\nok\r\n0\r\n\r\n").wholeness()).isEqualTo(Wholeness.WHOLE);
    }

    @Test
    void a_missing_last_chunk_is_a_cut() throws IOException {
        assertThat(fin(CHUNKED + "2\r\nok\r\n").wholeness()).isEqualTo(Wholeness.CUT);
    }

    @Test
    void a_body_that_ends_with_the_connection_proves_nothing() throws IOException {
        assertThat(fin("HTTP/1.1 200 OK\r\n\r\nok").wholeness()).isEqualTo(Wholeness.UNPROVABLE);
    }

    @Test
    void a_reset_in_a_body_that_ends_with_the_connection_is_a_cut() throws IOException {
        Answer answer = answered("HTTP/1.1 200 OK\r\n\r\nok", true);
        assertThat(answer.wholeness()).isEqualTo(Wholeness.CUT);
        assertThat(answer.ending()).isEqualTo(Ending.RESET);
    }

    @Test
    void interim_answers_are_passed_over_and_kept() throws IOException {
        Answer answer = fin("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.interim()).containsExactly(103);
    }

    @Test
    void an_end_without_an_answer_has_no_status() throws IOException {
        assertThat(fin("").status()).isZero();
    }

    @Test
    void the_error_type_is_read_from_any_member_of_proxy_status() throws IOException {
        Answer answer =
                fin(
                        "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n"
                                + "Proxy-Status: a; received-status=502, b; error=dns_error\r\n\r\n");
        assertThat(answer.proxyError()).contains("dns_error");
    }

    private static Answer fin(String octets) throws IOException {
        return answered(octets, false);
    }

    private static Answer answered(String octets, boolean reset) throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                var client =
                        RawClient.connect(
                                (InetSocketAddress) listener.getLocalSocketAddress(),
                                Duration.ofSeconds(5));
                Socket server = listener.accept()) {
            server.getOutputStream().write(octets.getBytes(ISO_8859_1));
            if (!reset) {
                server.shutdownOutput();
                return client.read();
            }
            return client.readSlowly(octets.length(), () -> reset(server));
        }
    }

    private static void reset(Socket server) {
        try {
            server.setSoLinger(true, 0);
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
