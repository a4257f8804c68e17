package dev.goodgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `goodgate score` through the gateway of this program, a few faults at a time.
final class ScoreCommandTest {

    @Test
    void a_seed_that_is_no_number_is_named() {
        Typed typed = Typed.line("score", "--seed", "seven");
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err()).contains("--seed seven is no whole number");
    }

    @Test
    void the_same_seed_gives_the_same_verdict() {
        Typed first = Typed.line("score", "--json", "--seed", "7", "--only", "C01,H12,C08,M12");
        Typed second = Typed.line("score", "--json", "--seed=7", "--only", "C01,H12,C08,M12");
        assertThat(first.err()).isEmpty();
        assertThat(first.exit()).isEqualTo(Exit.FINE);
        assertThat(first.out()).contains("\"right\" : 3");
        assertThat(timeless(second.out())).isEqualTo(timeless(first.out()));
    }

    private static String timeless(String json) {
        return json.replaceAll("\"millis\" ?: ?[0-9]+", "")
                .replaceAll("127\\.0\\.0\\.1:[0-9]+", "");
    }
}
