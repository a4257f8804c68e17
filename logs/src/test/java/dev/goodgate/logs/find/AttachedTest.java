package dev.goodgate.logs.find;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.source.Skipped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Containers are followed as they come and go.
final class AttachedTest {
    private static final Instant FROM = Instant.ofEpochSecond(1_767_600_000, 250_000_000);
    private static final Instant NOW = FROM.plusSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(20);

    @TempDir private Path folder;
    private final Heard heard = new Heard();

    /// Reads each stream on a thread of its own, as whoever follows does.
    private static final class Heard implements Attached.Sink {
        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

        @Override
        public void stream(String name, InputStream lines) {
            Thread.ofVirtual()
                    .start(() -> {
                        said.add("begins " + name);
                        try (var reader = new BufferedReader(new InputStreamReader(lines, UTF_8))) {
                            reader.lines().forEach(said::add);
                            said.add("ends " + name);
                        } catch (IOException | UncheckedIOException failed) {
                            said.add("fails " + name);
                        }
                    });
        }

        @Override
        public void skip(Skipped one) {
            said.add("skips " + one.detail());
        }

        String next() throws InterruptedException {
            return Objects.requireNonNullElse(said.poll(20, TimeUnit.SECONDS), "nothing");
        }

        List<String> next(int count) throws InterruptedException {
            List<String> some = new java.util.ArrayList<>();
            for (int i = 0; i < count; i++) some.add(next());
            return some;
        }
    }

    private static void lists(FakeEngine fake, String... containers) {
        StringBuilder list = new StringBuilder("[");
        for (String one : containers) {
            String[] words = one.split(" ", -1);
            list.append(list.length() > 1 ? "," : "");
            list.append(
                    "{\"Id\":\"" + words[0] + "\",\"Names\":[\"/" + words[1] + "\"],\"State\":\"");
            list.append(words[2] + "\"}");
        }
        fake.answers("/containers/json?all=1", list.append("]").toString().getBytes(UTF_8));
    }

    private Attached attached(FakeEngine fake, String... otherwise) {
        Engine engine = new Engine("docker", fake.socket());
        InstantSource clock = InstantSource.fixed(NOW);
        return new Attached(List.of(engine), Set.of(otherwise), FROM, clock, heard).every(OFTEN);
    }

    @Test
    void what_a_running_container_writes_comes_with_its_name() throws Exception {
        try (FakeEngine fake = FakeEngine.at(folder)) {
            lists(fake, "aa11 web running", "bb22 job exited", "cc33 db running");
            fake.writes("aa11", "one\n");
            try (Attached _ = attached(fake, "cc33")) {
                assertThat(heard.next(2)).containsExactly("begins docker:web", "web  | one");
                fake.writes("aa11", "two\n");
                assertThat(heard.next()).isEqualTo("web  | two");
            }
            assertThat(fake.asked())
                    .contains(
                            "/containers/aa11/logs?stdout=1&stderr=1&timestamps=1&follow=1"
                                    + "&since=1767600000.250000")
                    .noneMatch(one -> one.contains("bb22") || one.contains("cc33"));
        }
    }

    @Test
    void one_that_starts_again_goes_on_where_it_ended() throws Exception {
        try (FakeEngine fake = FakeEngine.at(folder)) {
            lists(fake, "aa11 web running");
            fake.writes("aa11", "one\n");
            fake.ends("aa11");
            fake.writes("aa11", "two\n");
            try (Attached _ = attached(fake)) {
                assertThat(heard.next(5))
                        .containsExactly(
                                "begins docker:web",
                                "web  | one",
                                "ends docker:web",
                                "begins docker:web",
                                "web  | two");
            }
            assertThat(fake.asked()).anyMatch(one -> one.endsWith("&since=1767600060.250000"));
        }
    }

    @Test
    void one_that_starts_later_is_followed_from_its_start() throws Exception {
        try (FakeEngine fake = FakeEngine.at(folder)) {
            lists(fake, "aa11 web running");
            fake.writes("bb22", "late\n");
            try (Attached _ = attached(fake)) {
                assertThat(heard.next()).isEqualTo("begins docker:web");
                lists(fake, "aa11 web running", "bb22 job running");
                assertThat(heard.next(2)).containsExactly("begins docker:job", "job  | late");
            }
        }
    }

    @Test
    void an_engine_that_fails_is_named_once_and_asked_again() throws Exception {
        try (FakeEngine fake = FakeEngine.at(folder)) {
            try (Attached _ = attached(fake)) {
                assertThat(heard.next()).isEqualTo("skips the engine answered 404");
                lists(fake, "aa11 web running");
                assertThat(heard.next()).isEqualTo("begins docker:web");
            }
        }
    }

    @Test
    void closing_ends_what_is_followed() throws Exception {
        try (FakeEngine fake = FakeEngine.at(folder)) {
            lists(fake, "aa11 web running");
            fake.writes("aa11", "one\n");
            Attached attached = attached(fake);
            assertThat(heard.next(2)).containsExactly("begins docker:web", "web  | one");
            attached.close();
            assertThat(heard.next()).isEqualTo("fails docker:web");
        }
    }
}
