package dev.goodgate.logs.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lines that servers of all kinds write on good days show no sign of failure of any product.
final class HealthyLinesTest {
    static Stream<String> healthy() {
        return Stream.of("healthy-lines.txt", "healthy-web-lines.txt")
                .flatMap(file -> Catalogue.lines(file).stream())
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void a_healthy_line_shows_no_failure_of_any_product(String line) {
        String small = line.toLowerCase(Locale.ROOT);
        List<String> failures =
                Signs.ALL.all().stream()
                        .filter(sign -> !sign.note() && sign.in(small))
                        .map(Sign::id)
                        .toList();
        assertEquals(List.of(), failures, line);
    }
}
