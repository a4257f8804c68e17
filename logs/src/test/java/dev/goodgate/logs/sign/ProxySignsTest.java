package dev.goodgate.logs.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Symptom;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The signs of Apache, HAProxy, the caches, IIS and the clouds, each against lines in the form its
/// writer uses.
final class ProxySignsTest {
    private static final List<String> FILES =
            List.of(
                    "apache",
                    "haproxy",
                    "varnish",
                    "trafficserver",
                    "squid",
                    "iis",
                    "aws",
                    "cloudflare",
                    "gcp-azure",
                    "heroku");

    private static final String HEALTHY = "healthy ";
    private static final List<Sign> SIGNS = FILES.stream().flatMap(ProxySignsTest::of).toList();

    @ParameterizedTest
    @MethodSource("failing")
    void a_line_shows_its_sign(String row) {
        int space = row.indexOf(' ');
        assertThat(shown(row.substring(space + 1)).map(Sign::id)).contains(row.substring(0, space));
    }

    @ParameterizedTest
    @MethodSource("failing")
    void a_line_shows_one_failure_at_most(String row) {
        String line = row.substring(row.indexOf(' ') + 1);
        assertThat(shown(line).filter(sign -> !sign.note()).map(Sign::id))
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void a_healthy_line_shows_no_failure(String line) {
        assertThat(shown(line).filter(sign -> !sign.note()).map(Sign::id)).isEmpty();
    }

    @Test
    void no_id_stands_twice() {
        assertThat(SIGNS.stream().map(Sign::id)).doesNotHaveDuplicates();
    }

    @Test
    void every_share_adds_up_to_no_more_than_all() {
        assertThat(SIGNS).allSatisfy(sign -> assertThat(sum(sign)).isBetween(1, 100));
    }

    @Test
    void every_word_to_search_by_is_long_enough_to_be_rare() {
        assertThat(SIGNS.stream().flatMap(sign -> sign.patterns().stream()))
                .allSatisfy(pattern -> assertThat(pattern.longest()).hasSizeGreaterThan(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sc", "stc", "sh", "sth", "sd", "std", "stq", "ph", "pd", "pr", "pt", "pc", "cc",
                "cd", "ch", "cq", "cr", "ct", "ctd", "cth", "ctr", "lr", "lc", "lh", "rc", "ih",
                "id", "ir", "db", "dd", "dh", "ud", "ur", "kd"
            })
    void every_documented_state_of_haproxy_has_a_sign(String state) {
        assertThat(SIGNS.stream().map(Sign::id)).contains("haproxy.state." + state);
    }

    @Test
    void a_server_that_closes_before_its_head_is_told_from_one_that_is_late() {
        assertThat(symptom("haproxy.state.sh")).isEqualTo(Symptom.RESPONSE_CLOSED_EARLY);
        assertThat(symptom("haproxy.state.sth")).isEqualTo(Symptom.RESPONSE_FIRST_BYTE_TIMEOUT);
    }

    static Stream<String> failing() {
        return rows().filter(row -> !row.startsWith(HEALTHY));
    }

    static Stream<String> healthy() {
        return rows().filter(row -> row.startsWith(HEALTHY))
                .map(row -> row.substring(HEALTHY.length()));
    }

    private static Symptom symptom(String id) {
        return SIGNS.stream()
                .filter(sign -> sign.id().equals(id))
                .findFirst()
                .orElseThrow()
                .symptom();
    }

    private static int sum(Sign sign) {
        return sign.causes().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Stream<Sign> shown(String line) {
        String small = line.toLowerCase(Locale.ROOT);
        return SIGNS.stream().filter(sign -> sign.in(small));
    }

    private static Stream<String> rows() {
        return text("proxy-lines.txt")
                .lines()
                .filter(row -> !row.isBlank() && !row.startsWith("#"));
    }

    private static Stream<Sign> of(String product) {
        String name = product + ".signs";
        return SignFile.read(name, text(name)).stream();
    }

    private static String text(String name) {
        try (InputStream in = ProxySignsTest.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
