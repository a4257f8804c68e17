package dev.goodgate.logs.find;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever listens on a socket where an engine should: it is given up in time and named.
@Timeout(60)
final class HostileEngineTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Wire.Patience NO_WAITING = new Wire.Patience(SHORT, Duration.ZERO);
    private static final Wire.Patience IN_TIME = new Wire.Patience(Duration.ofMinutes(1), SHORT);

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'SSH-2.0-OpenSSH', does not speak HTTP",
        "'HTTP/1.1 2', does not speak HTTP",
        "'HTTP/1.1 abc\r\n\r\n', no number",
        "'HTTP/1.1 500 No\r\n\r\n', the engine answered 500",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', no number",
        "'HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n[]', no number",
        "'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[]', hung up",
        "'HTTP/1.1 200 OK\r\n\r\n<html>', no JSON"
    })
    void an_answer_that_is_none_is_named(String answer, String why) throws IOException {
        String octets = answer.replace("\\r", "\r").replace("\\n", "\n");
        assertThat(said(out -> out.write((octets + "\n").getBytes(UTF_8)))).contains(why);
    }

    @Test
    void a_head_without_end_is_named() throws IOException {
        String field = "a: " + "b".repeat(1_000) + "\r\n";
        assertThat(said(out -> out.write((OK + "c".repeat(100_000)).getBytes(UTF_8))))
                .contains("a line of the head is too long");
        assertThat(said(out -> out.write((OK + field.repeat(200)).getBytes(UTF_8))))
                .contains("the head has too many fields");
    }

    @Test
    void a_list_without_end_is_named() throws IOException {
        byte[] deep = "[".repeat(1 << 16).getBytes(UTF_8);
        assertThat(said(out -> endless(out, deep))).contains("no JSON");
        byte[] long_ = ("{\"Id\":\"" + "a".repeat(1 << 16) + "\"},").getBytes(UTF_8);
        assertThat(said(out -> endless(out, long_))).contains("no JSON");
    }

    @Test
    void more_containers_than_are_read_are_counted() throws IOException {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < 250; i++)
            list.append("{\"Id\":\"a%d\"},{\"Id\":\"a%d\"},".formatted(i, i));
        String all = list.append("{\"Id\":\"\"},{},null,5]").toString();
        Skipped one = skipped(out -> out.write((OK + "\r\n" + all).getBytes(UTF_8)));
        assertThat(one.why()).isEqualTo(Why.TOO_MANY);
        assertThat(one.detail()).isEqualTo("and 50 more containers than are read");
    }

    @Test
    void one_that_never_answers_is_given_up() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (FakeEngine fake = FakeEngine.at(folder)) {
            fake.answers(_ -> waited(over, Duration.ofMinutes(1)));
            assertThatThrownBy(() -> Call.get(fake.socket(), "/", NO_WAITING).close())
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("no answer within");
        } finally {
            over.countDown();
        }
    }

    @Test
    void one_that_drips_is_given_up() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (FakeEngine fake = FakeEngine.at(folder)) {
            fake.answers(out -> {
                out.write((OK + "\r\n").getBytes(UTF_8));
                while (!waited(over, Duration.ofMillis(5))) out.write('[');
            });
            try (Call call = Call.get(fake.socket(), "/", IN_TIME)) {
                assertThatThrownBy(() -> call.body().readAllBytes())
                        .isInstanceOf(SocketTimeoutException.class)
                        .hasMessage("no end of its answer in time");
            }
        } finally {
            over.countDown();
        }
    }

    @Test
    void an_output_longer_than_is_read_says_so() throws IOException {
        var container = new Labelled(new java.io.ByteArrayInputStream(new byte[100]), "web", 99);
        assertThatThrownBy(container::readAllBytes).hasMessage("it is longer than is read");
    }

    private static boolean waited(CountDownLatch over, Duration time) {
        try {
            return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void endless(OutputStream out, byte[] some) throws IOException {
        out.write((OK + "\r\n[").getBytes(UTF_8));
        while (true) out.write(some);
    }

    private String said(FakeEngine.Whim whim) throws IOException {
        Skipped one = skipped(whim);
        assertThat(one.why()).isEqualTo(Why.UNREADABLE);
        return one.detail();
    }

    private Skipped skipped(FakeEngine.Whim whim) throws IOException {
        Path run = Files.createDirectories(folder.resolve("var/run"));
        Path socket = run.resolve("docker.sock");
        Files.deleteIfExists(socket);
        try (FakeEngine fake = FakeEngine.at(run)) {
            fake.answers(whim);
            Found found = new Machine(folder).found();
            assertThat(found.skipped()).hasSize(1);
            assertThat(found.skipped().getFirst().name()).isEqualTo("docker:" + socket);
            return found.skipped().getFirst();
        }
    }
}
