package dev.goodgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.config.ConfigFile.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ConfigFileTest {
    static final String SMALLEST =
            """
            listeners: [ { address: "0.0.0.0:8080" } ]
            routes:    [ { match: { path: "/" }, upstream: app } ]
            upstreams: { app: { endpoints: [ "http://127.0.0.1:3000" ] } }
            """;

    @Test
    void the_smallest_useful_file_gets_every_default() {
        Settings settings = loaded(SMALLEST);
        assertThat(settings.listeners().getFirst().backlog()).isEqualTo(1024);
        assertThat(app(settings).connect()).isEqualTo(Duration.ofSeconds(3));
        assertThat(app(settings).endpoints().getFirst().weight()).isEqualTo(1);
        assertThat(settings.routes().getFirst().total()).isZero();
        assertThat(settings.limits().head()).isEqualTo(new ByteSize(32 * 1024));
        assertThat(settings.expose()).isEqualTo(Expose.AUTO);
        assertThat(settings.destinations().deny()).containsExactly("169.254.0.0/16", "fe80::/10");
        assertThat(settings.admin().address()).isEqualTo("127.0.0.1:9900");
    }

    @Test
    void an_endpoint_is_a_text_or_has_a_weight() {
        Settings settings =
                loaded(
                        SMALLEST.replace(
                                "\"http://127.0.0.1:3000\"",
                                "\"http://a.test:1\", {url: \"unix:/run/a.sock\", weight: 7}"));
        assertThat(app(settings).endpoints())
                .containsExactly(
                        new UpstreamSettings.EndpointSettings("http://a.test:1", 1),
                        new UpstreamSettings.EndpointSettings("unix:/run/a.sock", 7));
    }

    @Test
    void off_is_a_duration_where_the_key_allows_it() {
        assertThat(loaded(SMALLEST.replace("upstream: app", "upstream: app, total: off")))
                .satisfies(settings -> assertThat(settings.routes().getFirst().total()).isZero());
        assertThat(messages(SMALLEST + "drain: off")).contains("a duration such as 3s or 250ms");
    }

    @Test
    void variables_are_filled_in_after_parsing() {
        String text = SMALLEST + "access-log: { to: \"${DIR}/${NAME:-a}.log\" }\ndrain: ${D:-5s}";
        Settings settings = loaded(text, Map.of("DIR", "/x: [\n"));
        assertThat(settings.accessLog().to()).isEqualTo("/x: [\n/a.log");
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(5));
        assertThat(loaded(SMALLEST + "access-log: { to: \"$${DIR}\" }").accessLog().to())
                .isEqualTo("${DIR}");
    }

    @Test
    void the_value_of_a_variable_is_never_shown() {
        String text = SMALLEST + "drain: ${D}\nlimits: {head: \"${D}\"}\nadmin: {token: [s3cret]}";
        assertThat(messages(text, Map.of("D", "s3cret 7 sec")))
                .contains("${D}")
                .doesNotContain("s3cret");
        assertThat(messages(SMALLEST + "admin: {token: \"s3cret\\n\"}")).doesNotContain("s3cret");
    }

    @Test
    void the_example_of_the_manual_prints_as_promised() {
        String text =
                """
                listeners: ["127.0.0.1:0"]
                routes: [{ upstream: app }]
                upstreams:
                  app:
                    endpoints: ["http://127.0.0.1:1"]
                    connect: 3 sec
                """;
        assertThat(messages(text))
                .isEqualTo(
                        """
                        goodgate.yaml:6:14 upstreams.app.connect: "3 sec" (expected: a duration such as 3s or 250ms)
                          hint: write 3s\
                        """);
    }

    @Test
    void a_file_is_read_only_if_it_is_a_regular_file(@TempDir Path folder) throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(
                        new ProcessBuilder("mkfifo", fifo.toString())
                                .start()
                                .waitFor(5, TimeUnit.SECONDS))
                .isTrue();
        Path large = folder.resolve("large");
        try (var channel =
                Files.newByteChannel(
                        large,
                        java.util.EnumSet.of(
                                java.nio.file.StandardOpenOption.CREATE,
                                java.nio.file.StandardOpenOption.WRITE))) {
            channel.position(1L << 30).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        assertThat(message(fifo)).endsWith("fifo: not a file (expected: a configuration file)");
        assertThat(message(folder)).endsWith(": a folder (expected: a configuration file)");
        assertThat(message(Path.of("/dev/zero"))).contains("not a file");
        assertThat(message(large))
                .endsWith("large: more than 1 MiB (expected: a file of at most 1 MiB)");
        assertThat(message(folder.resolve("none"))).contains("no such file");
        Path link =
                Files.createSymbolicLink(
                        folder.resolve("link"),
                        Files.writeString(folder.resolve("a.yaml"), SMALLEST));
        assertThat(ConfigFile.read(link, Map.of())).isInstanceOf(Reading.Loaded.class);
    }

    @Test
    void octets_that_are_not_utf_8_are_refused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.yaml"), new byte[] {'a', ':', (byte) 0xff});
        assertThat(message(file)).contains("not UTF-8");
    }

    private static UpstreamSettings app(Settings settings) {
        return java.util.Objects.requireNonNull(settings.upstreams().get("app"));
    }

    private static String message(Path path) {
        return text(ConfigFile.read(path, Map.of()));
    }

    static Settings loaded(String text) {
        return loaded(text, Map.of());
    }

    static Settings loaded(String text, Map<String, String> environment) {
        Reading reading = ConfigFile.read("goodgate.yaml", text, environment);
        assertThat(reading).as(text(reading)).isInstanceOf(Reading.Loaded.class);
        return ((Reading.Loaded) reading).settings();
    }

    static String messages(String text) {
        return messages(text, Map.of());
    }

    static String messages(String text, Map<String, String> environment) {
        return text(ConfigFile.read("goodgate.yaml", text, environment));
    }

    static String text(Reading reading) {
        List<?> lines =
                switch (reading) {
                    case Reading.Loaded(_, var warnings, _) -> warnings;
                    case Reading.Faulty(var faults) -> faults;
                };
        return String.join("\n", lines.stream().map(Object::toString).toList());
    }
}
