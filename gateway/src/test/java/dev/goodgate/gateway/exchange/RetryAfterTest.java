package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.Running;
import dev.goodgate.gateway.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Retry-After (RFC 9110 section 10.2.3): an application's is its own affair, ours makes sense.
class RetryAfterTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000000000", "Fri, 31 Dec 9999 23:59:59 GMT", "soon"})
    void that_of_an_application_is_passed_on_as_it_is_and_moves_nothing(String value) {
        try (var application =
                        Application.of(peer -> {
                            while (true) {
                                peer.request();
                                peer.send(
                                        "HTTP/1.1 503 Busy\r\nRetry-After: %s\r\nContent-Length: 2\r\n\r\nno"
                                                .formatted(value));
                            }
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.get("/" + i).response())
                        .startsWith("HTTP/1.1 503 Busy\r\n")
                        .contains("\r\nRetry-After: " + value + "\r\n")
                        .doesNotContain("Goodgate-Incident")
                        .endsWith("no");
            }
            assertThat(running.logLines("\"attempts\":1", 3)).hasSize(3);
        }
    }

    @Test
    void ours_is_never_longer_than_a_year() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "later");
        String routes =
                "routes: [ { match: { path: / }, maintenance: { page: \"%s\", retry-after: %s } } ]";
        try (var running = Running.with(routes.formatted(page, "8760h"));
                var client = running.connect()) {
            assertThat(client.get("/").response())
                    .startsWith("HTTP/1.1 503")
                    .contains("\r\nRetry-After: 31536000\r\n");
        }
        String longer = "listeners: [ { address: \":80\" } ]\n" + routes.formatted(page, "8761h");
        assertThat(ConfigFile.read("gateway.yaml", longer, Map.of()))
                .isInstanceOfSatisfying(
                        ConfigFile.Reading.Faulty.class,
                        faulty ->
                                assertThat(faulty.faults().toString())
                                        .contains("retry-after", "the most is 8760h"));
    }
}
