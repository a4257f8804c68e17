package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Running;
import dev.goodgate.gateway.admin.Reload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages of the site's own, the language of answers, and what operators are told of the
/// configuration.
class ErrorPagesTest {
    private static final String DOWN =
            "upstreams: { app: { endpoints: [\"http://127.0.0.1:1\"] } }\n";

    @TempDir Path folder;

    private Path page(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String ask(Running running, String path, String fields) {
        try (var client = running.connect()) {
            return client.send("GET " + path + " HTTP/1.1\r\n" + fields + "\r\n").response();
        }
    }

    @Test
    void a_route_shows_its_own_page_others_that_of_the_site_and_programs_neither()
            throws IOException {
        Path all = page("all.html", "<p>site {{incident}} {{status}}</p>");
        Path one = page("one.html", "<p>route {{incident}} {{operator}}</p>");
        String rest =
                "error-pages: { html: %s }\nroutes: [ { match: { path: /a }, upstream: app,"
                                .formatted(all)
                        + " error-pages: { html: %s } }, { match: { path: /b }, upstream: app } ]\n"
                                .formatted(one)
                        + DOWN;
        String html = "Host: good.test\r\nAccept: text/html\r\n";
        try (Running running = Running.with(rest)) {
            assertThat(ask(running, "/a", html))
                    .contains("<p>route ", "Goodgate-Incident: ", "Vary: Accept, Accept-Language")
                    .doesNotContain("127.0.0.1", "Content-Security-Policy");
            assertThat(ask(running, "/b", html)).contains("<p>site ", " 502</p>");
            assertThat(ask(running, "/nowhere", html)).contains("<p>site ", " 404</p>");
            assertThat(ask(running, "/a", "Host: good.test\r\n")).contains("{\"type\":\"urn:");
            assertThat(ask(running, "/a", "Host: localhost\r\nAccept: text/html\r\n"))
                    .contains("<p>route ", "connect.refused", "127.0.0.1:1");
        }
    }

    @Test
    void a_page_that_vanishes_stays_and_one_that_is_broken_is_refused_by_the_reload()
            throws IOException {
        Path all = page("all.html", "<p>first {{incident}}</p>");
        String rest =
                "error-pages: { html: %s }\nroutes: [ { upstream: app } ]\n".formatted(all) + DOWN;
        String html = "Host: good.test\r\nAccept: text/html\r\n";
        try (Running running = Running.with(rest)) {
            Files.delete(all);
            assertThat(ask(running, "/", html)).contains("<p>first ");
            page("all.html", "<p>second {{incident}}</p>\n<b>{{nonsense}}</b>");
            assertThat(running.reload("", ""))
                    .isInstanceOfSatisfying(
                            Reload.Result.Refused.class,
                            refused ->
                                    assertThat(refused.faults().getFirst())
                                            .startsWith(
                                                    all + ":2:4 error-pages.html: {{nonsense}}"));
            assertThat(ask(running, "/", html)).contains("<p>first ");
            page("all.html", "<p>third {{incident}}</p>");
            assertThat(running.reload("", "")).isInstanceOf(Reload.Result.Applied.class);
            assertThat(ask(running, "/", html)).contains("<p>third ");
        }
    }

    @Test
    void operators_read_which_line_of_the_configuration_names_the_endpoint() {
        try (Running running = Running.with("routes: [ { upstream: app } ]\n" + DOWN)) {
            String plain = "Accept: text/plain\r\n";
            assertThat(ask(running, "/", "Host: localhost\r\n" + plain))
                    .contains("endpoint http://127.0.0.1:1, configured at test.yaml:5");
            assertThat(ask(running, "/", "Host: good.test\r\n" + plain))
                    .doesNotContain("test.yaml", "127.0.0.1");
        }
    }

    @Test
    void a_client_that_asks_for_no_language_of_ours_gets_the_one_configured() {
        String rest = "language: ru\nroutes: [ { upstream: app } ]\n" + DOWN;
        String plain = "Host: good.test\r\nAccept: text/plain\r\n";
        try (Running running = Running.with(rest)) {
            assertThat(ask(running, "/", plain)).contains("Content-Language: ru");
            assertThat(ask(running, "/", plain + "Accept-Language: ja\r\n"))
                    .contains("Content-Language: ru");
            assertThat(
                            ask(
                                    running,
                                    "/",
                                    plain + "Accept-Language: ja\r\nAccept-Language: zh-TW\r\n"))
                    .contains("Content-Language: zh-Hans");
        }
    }
}
