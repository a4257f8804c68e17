package dev.goodgate.logs.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The signs of meshes, of Go, of containers and of the machine below them, each against lines in
/// the form its writer uses.
final class MeshSignsTest {
    private static final String HEALTHY = "healthy ";
    private static final Catalogue CATALOGUE =
            new Catalogue(
                    "envoy",
                    "go",
                    "caddy",
                    "traefik",
                    "kubernetes",
                    "docker",
                    "kernel",
                    "systemd",
                    "selinux",
                    "goodgate");

    @ParameterizedTest
    @MethodSource("failing")
    void a_line_shows_its_sign(String row) {
        int space = row.indexOf(' ');
        assertThat(CATALOGUE.shownBy(row.substring(space + 1))).contains(row.substring(0, space));
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void a_healthy_line_shows_no_failure(String line) {
        assertThat(CATALOGUE.failuresShownBy(line)).isEmpty();
    }

    static Stream<String> failing() {
        return rows().filter(row -> !row.startsWith(HEALTHY));
    }

    static Stream<String> healthy() {
        return rows().filter(row -> row.startsWith(HEALTHY))
                .map(row -> row.substring(HEALTHY.length()));
    }

    private static Stream<String> rows() {
        return Catalogue.lines("mesh-lines.txt").stream().filter(row -> !row.startsWith("#"));
    }
}
