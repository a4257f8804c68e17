package dev.goodgate.logs.find;

import static dev.goodgate.logs.find.FakeEngine.framed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goodgate.logs.Explained;
import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.scan.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineTest {
    private static final String LIST =
            """
            [{"Id":"aa11","Names":["/shop-web-1"],"Image":"nginx:1.27","State":"running"},
             {"Id":"bb22","Names":["/../x y"],"Image":"shop","State":"exited"},
             {"Id":"../../x","Names":["/bad"]}]\
            """;
    private static final String REFUSED =
            "2026-01-05T06:07:08.000000000Z 2026/01/05 06:07:08 [error] 7#7: *1 connect() failed"
                    + " (111: Connection refused) while connecting to upstream, client: 192.0.2.1,"
                    + " server: shop.test, request: \"GET / HTTP/1.1\", upstream:"
                    + " \"http://10.0.0.3:8080/\", host: \"shop.test\"\n";

    @TempDir private Path folder;

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static String output(FakeEngine fake, Span span) throws IOException {
        Engine engine = new Engine("docker", fake.socket());
        var container = new Place.Container(engine, "aa11", "shop-web-1", "", "running");
        try (InputStream lines = engine.output(container, span)) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void containers_are_listed_those_that_ended_too() throws IOException {
        try (FakeEngine fake = FakeEngine.at(folder)) {
            fake.answers("/containers/json?all=1", LIST.getBytes(StandardCharsets.UTF_8));
            assertThat(new Engine("docker", fake.socket()).containers().some())
                    .extracting(one -> one.id() + " " + one.name() + " " + one.state())
                    .containsExactly("aa11 shop-web-1 running", "bb22 bb22 exited");
        }
    }

    @Test
    void two_outputs_come_apart_into_lines_with_the_containers_name() throws IOException {
        byte[] both =
                joined(framed(1, "one\n"), framed(2, "two\n"), framed(1, ""), framed(1, "3\n"));
        try (FakeEngine fake = FakeEngine.at(folder)) {
            fake.answers("/containers/aa11/logs", both);
            assertThat(output(fake, Span.ALL))
                    .isEqualTo("shop-web-1  | one\nshop-web-1  | two\nshop-web-1  | 3\n");
            assertThat(fake.asked())
                    .contains("/containers/aa11/logs?stdout=1&stderr=1&timestamps=1&tail=20000");
        }
    }

    @Test
    void the_one_output_of_a_terminal_is_taken_as_it_is() throws IOException {
        try (FakeEngine fake = FakeEngine.at(folder)) {
            fake.answers(
                    "/containers/aa11/logs",
                    "hi\nthis is a terminal\n".getBytes(StandardCharsets.UTF_8));
            assertThat(output(fake, Span.ALL))
                    .isEqualTo("shop-web-1  | hi\nshop-web-1  | this is a terminal\n");
            fake.answers("/containers/aa11/logs", "ok\n".getBytes(StandardCharsets.UTF_8));
            assertThat(output(fake, Span.ALL)).isEqualTo("shop-web-1  | ok\n");
            fake.answers("/containers/aa11/logs", new byte[0]);
            assertThat(output(fake, Span.ALL)).isEmpty();
        }
    }

    @Test
    void an_answer_in_chunks_is_put_together() throws IOException {
        try (FakeEngine fake = FakeEngine.at(folder).inChunksOf(5)) {
            fake.answers("/containers/aa11/logs", joined(framed(1, "one\n"), framed(2, "two\n")));
            assertThat(output(fake, Span.ALL)).isEqualTo("shop-web-1  | one\nshop-web-1  | two\n");
        }
    }

    @Test
    void a_span_of_time_is_asked_of_the_engine() throws IOException {
        try (FakeEngine fake = FakeEngine.at(folder)) {
            fake.answers("/containers/aa11/logs", new byte[0]);
            output(fake, new Span(5_500_000, 9_000_000));
            assertThat(fake.asked().getLast()).endsWith("&since=5&until=10");
        }
    }

    @Test
    void an_engine_that_refuses_or_hangs_up_is_said_so() throws IOException {
        try (FakeEngine fake = FakeEngine.at(folder)) {
            Engine engine = new Engine("docker", fake.socket());
            assertThatThrownBy(engine::containers).hasMessage("the engine answered 404");
            fake.hangsUp();
            assertThatThrownBy(engine::containers).hasMessage("the engine hung up");
        }
    }

    @Test
    void the_logs_of_containers_become_a_story_of_them() throws IOException {
        try (FakeEngine fake = FakeEngine.at(Files.createDirectories(folder.resolve("var/run")))) {
            fake.answers("/containers/json?all=1", LIST.getBytes(StandardCharsets.UTF_8));
            fake.answers("/containers/aa11/logs", framed(2, REFUSED));
            fake.answers("/containers/bb22/logs", new byte[0]);
            Found found = new Machine(folder).found();
            assertThat(found.places())
                    .extracting(Place::server)
                    .containsExactly("docker", "docker");
            Clock clock = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 1, 6));
            Question question = new Question(clock, Span.ALL, Dialects.KNOWN, 1);
            try (Explanation explanation = new Explanation(question)) {
                found.readContainers(explanation, Span.ALL);
                Explained told = explanation.done();
                assertThat(told.skipped()).isEmpty();
                assertThat(told.stories().getFirst().groups().getFirst().key().writer())
                        .isEqualTo("shop-web-1");
                assertThat(told.stories().getFirst().evidence(1).getFirst().where().source())
                        .isEqualTo("docker:shop-web-1");
            }
        }
    }

    @Test
    void a_container_whose_file_is_read_is_not_asked_for_again() throws IOException {
        try (FakeEngine fake = FakeEngine.at(Files.createDirectories(folder.resolve("var/run")))) {
            fake.answers("/containers/json?all=1", LIST.getBytes(StandardCharsets.UTF_8));
            Machine machine = new Machine(folder);
            machine.file("/var/lib/docker/containers/aa11/aa11-json.log");
            assertThat(machine.found().places())
                    .filteredOn(Place.Container.class::isInstance)
                    .extracting(place -> ((Place.Container) place).id())
                    .containsExactly("bb22");
        }
    }

    @Test
    void an_engine_elsewhere_is_found_through_the_environment() throws IOException {
        try (FakeEngine fake = FakeEngine.at(Files.createDirectories(folder.resolve("opt")))) {
            fake.answers("/containers/json?all=1", LIST.getBytes(StandardCharsets.UTF_8));
            Map<String, String> environment = Map.of("DOCKER_HOST", "unix:///opt/docker.sock");
            assertThat(new Machine(folder).found(environment).places()).hasSize(2);
        }
    }

    @Test
    void a_socket_that_is_closed_to_us_is_named_with_the_group_to_join() throws IOException {
        try (FakeEngine fake = FakeEngine.at(Files.createDirectories(folder.resolve("var/run")))) {
            Files.setPosixFilePermissions(
                    fake.socket(), PosixFilePermissions.fromString("rw-------"));
            Found found = new Machine(folder).found();
            assertThat(found.places()).isEmpty();
            assertThat(found.denied()).extracting(Denied::why).containsExactly(Denied.Why.ENGINE);
        }
    }

    @Test
    void a_socket_nobody_listens_on_is_no_engine() throws IOException {
        FakeEngine fake = FakeEngine.at(Files.createDirectories(folder.resolve("var/run")));
        fake.close();
        Found found = new Machine(folder).found();
        assertThat(found.places()).isEmpty();
        assertThat(found.skipped()).isEmpty();
    }
}
