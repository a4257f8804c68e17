package dev.goodgate.logs.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Symptom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The signs of Apache, HAProxy, the caches, IIS and the clouds, each against lines in the form its
/// writer uses.
final class ProxySignsTest {
    private static final String HEALTHY = "healthy ";
    private static final Catalogue CATALOGUE =
            new Catalogue(
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

    @ParameterizedTest
    @MethodSource("failing")
    void a_line_shows_its_sign(String row) {
        int space = row.indexOf(' ');
        assertThat(CATALOGUE.shownBy(row.substring(space + 1))).contains(row.substring(0, space));
    }

    @ParameterizedTest
    @MethodSource("failing")
    void a_line_shows_one_failure_at_most(String row) {
        String line = row.substring(row.indexOf(' ') + 1);
        assertThat(CATALOGUE.failuresShownBy(line)).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void a_healthy_line_shows_no_failure(String line) {
        assertThat(CATALOGUE.failuresShownBy(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sc", "stc", "sh", "sth", "sd", "std", "stq", "ph", "pd", "pr", "pt", "pc", "cc",
                "cd", "ch", "cq", "cr", "ct", "ctd", "cth", "ctr", "lr", "lc", "lh", "rc", "ih",
                "id", "ir", "db", "dd", "dh", "ud", "ur", "kd"
            })
    void every_documented_state_of_haproxy_has_a_sign(String state) {
        assertThat(CATALOGUE.signs().stream().map(Sign::id)).contains("haproxy.state." + state);
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
        return CATALOGUE.signs().stream()
                .filter(sign -> sign.id().equals(id))
                .findFirst()
                .orElseThrow()
                .symptom();
    }

    private static Stream<String> rows() {
        return Catalogue.lines("proxy-lines.txt").stream()
                .filter(row -> !row.isBlank() && !row.startsWith("#"));
    }
}
