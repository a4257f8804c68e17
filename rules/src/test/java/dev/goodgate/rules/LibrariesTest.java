package dev.goodgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.Version;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the libraries must at least be.
final class LibrariesTest {
    /// Earlier releases have published security advisories (see docs/decisions).
    private static final String LEAST = "4.2.18";

    @Test
    void every_part_of_netty_is_new_enough_and_of_one_version() {
        Map<String, Version> parts = Version.identify();
        assertThat(parts).containsKey("netty-transport");
        assertThat(parts.values())
                .allSatisfy(part ->
                        assertThat(part.artifactVersion())
                                .usingComparator(Comparator.comparing(Numbers::new))
                                .isGreaterThanOrEqualTo(LEAST));
        assertThat(parts.values().stream().map(Version::artifactVersion).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"4.2.17.Final, -1", "4.2.18.Final, 0", "4.2.18, 0", "4.10.0.Final, 1"})
    void versions_compare_by_number(String version, int expected) {
        assertThat(Integer.signum(new Numbers(version).compareTo(new Numbers(LEAST))))
                .isEqualTo(expected);
    }

    private record Numbers(String version) implements Comparable<Numbers> {
        @Override
        public int compareTo(Numbers other) {
            return Arrays.compare(numbers(), other.numbers());
        }

        private int[] numbers() {
            return Arrays.stream(version.split("\\.", -1))
                    .filter(part -> part.chars().allMatch(Character::isDigit))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }
    }
}
