package dev.goodgate.logs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobArgumentsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T23:30:00Z");

    @Test
    void the_day_is_that_of_the_zone() {
        var arguments = new JobArguments(List.of("--zone", "Asia/Tokyo", "--json", "/logs"));
        assertThat(arguments.asked(NOW).today()).isEqualTo("2026-02-01");
        assertThat(arguments.asked(NOW).question().clock().zone()).hasToString("Asia/Tokyo");
        assertThat(arguments.json()).isTrue();
        assertThat(arguments.paths()).containsExactly("/logs");
    }

    @Test
    void what_leaves_the_cluster_is_redacted_unless_asked_otherwise() {
        assertThat(new JobArguments(List.of("/logs")).options().redact()).isTrue();
        assertThat(new JobArguments(List.of("--raw", "/logs")).options().redact()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--nonsense /logs",
                "/logs --zone",
                "--zone Mars/Olympus /logs",
                "--since yesterday /logs",
                "--today 2026-13-01 /logs",
                "--lang xx /logs"
            })
    void what_is_wrong_is_said_before_anything_is_read(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    var arguments =
                            new JobArguments(
                                    line.isEmpty() ? List.of() : List.of(line.split(" ", -1)));
                    arguments.asked(NOW);
                    arguments.options();
                });
    }
}
