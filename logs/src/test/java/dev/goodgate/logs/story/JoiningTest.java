package dev.goodgate.logs.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.scan.Scan;
import dev.goodgate.logs.scan.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// At a site where several things fail at once, each is a story of its own.
final class JoiningTest {
    private static final Question QUESTION =
            new Question(
                    new Clock(ZoneOffset.UTC, LocalDate.of(2026, 3, 6)),
                    Span.ALL,
                    Dialects.KNOWN,
                    1);

    private static String error(String said, String path, String upstream) {
        return "2026/03/05 10:00:01 [error] 7#7: *1 "
                + said
                + ", client: 192.0.2.7, server: shop.example, request: \"GET "
                + path
                + " HTTP/1.1\", upstream: \"http://"
                + upstream
                + path
                + "\", host: \"shop.example\"";
    }

    private static String refused(String upstream) {
        String said = "connect() failed (111: Connection refused) while connecting to upstream";
        return error(said, "/cart", upstream);
    }

    private static String slow(String upstream) {
        String said = "upstream timed out (110: Connection timed out) while reading response";
        return error(said + " header from upstream", "/report", upstream);
    }

    private static String access(int status, String path) {
        return "192.0.2.7 - - [05/Mar/2026:10:00:01 +0000] \"GET %s HTTP/1.1\" %d 157 \"-\" \"-\""
                .formatted(path, status);
    }

    private static List<Story> stories(String... lines) throws IOException {
        byte[] octets = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try (Scan scan = new Scan(QUESTION)) {
            scan.stream("all.log", new ByteArrayInputStream(octets));
            return Stories.of(scan.tally());
        }
    }

    private static List<String> symptoms(List<Story> stories) {
        return stories.stream().map(story -> story.symptom().id()).sorted().toList();
    }

    @Test
    void a_status_that_fits_does_not_join_what_happened_at_two_upstreams() throws IOException {
        List<Story> stories =
                stories(
                        refused("10.0.0.1:80"),
                        refused("10.0.0.1:80"),
                        slow("10.0.0.2:80"),
                        access(502, "/cart"),
                        access(502, "/cart"),
                        access(504, "/report"));
        assertThat(symptoms(stories))
                .containsExactly("connect.refused", "response.first_byte_timeout");
        assertThat(stories).extracting(Story::failures).containsExactlyInAnyOrder(2L, 1L);
    }

    @Test
    void a_path_tells_which_story_a_status_belongs_to() throws IOException {
        List<Story> stories =
                stories(
                        refused("10.0.0.1:80"),
                        refused("10.0.0.1:80"),
                        slow("10.0.0.2:80"),
                        access(502, "/report"),
                        access(502, "/report"),
                        access(502, "/report"));
        assertThat(stories)
                .extracting(story -> story.symptom().id() + " " + story.failures())
                .containsExactlyInAnyOrder("connect.refused 2", "response.first_byte_timeout 3");
    }

    @Test
    void a_visitors_mistake_is_told_by_itself() throws IOException {
        String large =
                "2026/03/05 10:00:01 [error] 7#7: *9 client intended to send too large body: 3000"
                        + " bytes, client: 192.0.2.7, server: shop.example, request: \"POST /up"
                        + " HTTP/1.1\", host: \"shop.example\"";
        List<Story> stories =
                stories(refused("10.0.0.1:80"), access(502, "/cart"), large, access(413, "/up"));
        assertThat(symptoms(stories)).containsExactly("client.too_large", "connect.refused");
    }

    @Test
    void a_status_alone_tells_one_story_and_two_of_a_kind_tell_one() throws IOException {
        assertThat(stories(access(502, "/a"), access(502, "/b"))).hasSize(1);
        assertThat(stories(access(502, "/a"), access(504, "/b"))).hasSize(1);
    }

    @Test
    void what_one_line_shows_is_one_story() throws IOException {
        String both =
                "{\"level\":\"info\",\"ts\":1772704801.5,\"logger\":\"http.handlers.reverse_proxy"
                        + ".health_checker.active\",\"msg\":\"HTTP request failed\",\"host\":\"10.0.0.2"
                        + ":80\",\"error\":\"Get \\\"http://10.0.0.2:80/health\\\": net/http: request"
                        + " canceled (Client.Timeout exceeded while awaiting headers)\"}";
        assertThat(stories(both)).hasSize(1);
    }

    @Test
    void a_status_at_two_upstreams_is_counted_at_neither() throws IOException {
        String busy =
                error(
                        "connect() failed (11: Resource temporarily unavailable) while connecting"
                                + " to upstream",
                        "/busy",
                        "10.0.0.3:80");
        List<Story> stories =
                stories(
                        refused("10.0.0.1:80"),
                        busy,
                        access(502, "/cart"),
                        access(502, "/busy"),
                        access(502, "/busy"));
        assertThat(stories).hasSize(2).allMatch(story -> story.failures() == 1);
    }
}
