package dev.goodgate.logs.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The signs of meshes, of Go, of containers and of the machine below them, each against lines in
/// the form its writer uses.
final class MeshSignsTest {
    private static final List<String> FILES =
            List.of(
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

    private static final String HEALTHY = "healthy ";
    private static final List<Sign> SIGNS = FILES.stream().flatMap(MeshSignsTest::of).toList();

    @ParameterizedTest
    @MethodSource("failing")
    void a_line_shows_its_sign(String row) {
        int space = row.indexOf(' ');
        assertThat(shown(row.substring(space + 1))).contains(row.substring(0, space));
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void a_healthy_line_shows_no_failure(String line) {
        assertThat(SIGNS.stream().filter(sign -> !sign.note() && seen(sign, line)).map(Sign::id))
                .isEmpty();
    }

    @Test
    void no_id_stands_twice() {
        assertThat(SIGNS.stream().map(Sign::id)).doesNotHaveDuplicates();
    }

    @Test
    void every_share_adds_up_to_no_more_than_all() {
        assertThat(SIGNS)
                .allSatisfy(sign ->
                        assertThat(
                                        sign.causes().values().stream()
                                                .mapToInt(Integer::intValue)
                                                .sum())
                                .isBetween(sign.note() ? 0 : 1, 100));
    }

    static Stream<String> failing() {
        return rows().filter(row -> !row.startsWith(HEALTHY));
    }

    static Stream<String> healthy() {
        return rows().filter(row -> row.startsWith(HEALTHY))
                .map(row -> row.substring(HEALTHY.length()));
    }

    private static List<String> shown(String line) {
        List<String> ids = new ArrayList<>();
        for (Sign sign : SIGNS) {
            if (seen(sign, line)) ids.add(sign.id());
        }
        return ids;
    }

    private static boolean seen(Sign sign, String line) {
        return sign.in(line.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> rows() {
        return text("mesh-lines.txt").lines().filter(row -> !row.startsWith("#"));
    }

    private static Stream<Sign> of(String product) {
        String name = product + ".signs";
        return SignFile.read(name, text(name)).stream();
    }

    private static String text(String name) {
        try (InputStream in = MeshSignsTest.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
