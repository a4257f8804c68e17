package dev.goodgate.logs.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.cause.Causes;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every sign of the catalogue.
final class SignsTest {
    private static final int SHORTEST_ANCHOR = 4;

    @Test
    void every_file_is_in_the_catalogue() throws IOException, URISyntaxException {
        URI one = Signs.class.getResource("nginx.signs").toURI();
        try (Stream<Path> files = Files.list(Path.of(one).getParent())) {
            List<String> names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".signs"))
                            .map(name -> name.substring(0, name.length() - 6))
                            .sorted()
                            .toList();
            assertThat(Signs.FILES.stream().sorted().toList()).isEqualTo(names);
        }
    }

    @Test
    void every_cause_they_name_exists() {
        Set<String> ids = Causes.ALL.stream().map(cause -> cause.id()).collect(Collectors.toSet());
        for (Sign sign : Signs.ALL.all()) {
            assertThat(ids).as(sign.place()).containsAll(sign.causes().keySet());
        }
    }

    @Test
    void no_id_stands_twice() {
        assertThat(Signs.ALL.all().stream().map(Sign::id)).doesNotHaveDuplicates();
    }

    @Test
    void shares_of_a_sign_are_at_most_a_hundred_percent_together() {
        for (Sign sign : Signs.ALL.all()) {
            int sum = sign.causes().values().stream().mapToInt(share -> share).sum();
            assertThat(sum).as(sign.place() + " " + sign.id()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void every_pattern_has_words_long_enough_to_be_searched_for() {
        for (Sign sign : Signs.ALL.all()) {
            for (Pattern pattern : sign.patterns()) {
                assertThat(pattern.longest().length())
                        .as(sign.place() + " " + sign.id() + " " + pattern)
                        .isGreaterThanOrEqualTo(SHORTEST_ANCHOR);
            }
        }
    }

    @Test
    void no_two_patterns_of_one_sign_are_the_same() {
        for (Sign sign : Signs.ALL.all()) {
            assertThat(sign.patterns()).as(sign.place()).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_sign_that_is_no_note_names_a_cause() {
        for (Sign sign : Signs.ALL.all()) {
            if (!sign.note()) assertThat(sign.causes()).as(sign.place()).isNotEmpty();
        }
    }
}
