package dev.goodgate.logs.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What no single product says: operating systems, tools, browsers, error pages, small servers.
/// Each line shows one sign of the whole catalogue, no second one beside it.
final class OtherSignsTest {
    private static final String LINES = "other-lines.txt";

    static Stream<String> rows() {
        return Catalogue.lines(LINES).stream()
                .filter(row -> !row.isBlank() && !row.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_line_shows_one_sign_of_all_products(String row) {
        int space = row.indexOf(' ');
        String line = row.substring(space + 1).toLowerCase(Locale.ROOT);
        List<String> shown =
                Signs.ALL.all().stream().filter(sign -> sign.in(line)).map(Sign::id).toList();
        assertEquals(List.of(row.substring(0, space)), shown, row);
    }
}
