package dev.goodgate.logs.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What nginx writes, what PHP, its pools and WordPress do, and what applications, databases and
/// caches do is told apart by its words. Each line of the files is `ids | what was written`.
final class ProductSignsTest {
    private static final Catalogue NGINX = new Catalogue("nginx");
    private static final Catalogue PHP = new Catalogue("php", "php-fpm", "wordpress");
    private static final Catalogue APPS =
            new Catalogue(
                    "node",
                    "python",
                    "uwsgi",
                    "ruby",
                    "java",
                    "dotnet",
                    "mysql",
                    "postgresql",
                    "redis",
                    "mongodb-elastic-rabbit");

    static Stream<String> nginx() {
        return Catalogue.lines("nginx-lines.txt").stream();
    }

    static Stream<String> php() {
        return Catalogue.lines("php-lines.txt").stream();
    }

    static Stream<String> apps() {
        return Catalogue.lines("app-lines.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("nginx")
    void a_message_of_nginx_shows_its_own_signs_and_no_others(String row) {
        assertShown(row, NGINX);
    }

    @ParameterizedTest
    @MethodSource("php")
    void a_message_of_php_shows_its_own_signs_and_no_others(String row) {
        assertShown(row, PHP);
    }

    @ParameterizedTest
    @MethodSource("apps")
    void a_message_of_an_application_shows_its_own_sign_and_no_others(String row) {
        assertShown(row, APPS);
    }

    private static void assertShown(String row, Catalogue catalogue) {
        int bar = row.indexOf(" | ");
        assertThat(catalogue.shownBy(row.substring(bar + 3)))
                .containsExactlyInAnyOrder(row.substring(0, bar).split(" ", -1));
    }
}
