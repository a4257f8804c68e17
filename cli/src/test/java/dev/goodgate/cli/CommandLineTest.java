package dev.goodgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a wrong command line is answered.
final class CommandLineTest {
    @Test
    void no_command_shows_the_overview_and_is_wrong_usage() {
        Typed typed = Typed.line();
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err()).contains("Commands:");
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void an_unknown_command_names_the_nearest() {
        Typed typed = Typed.line("rum");
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err()).contains("there is no command \"rum\"; did you mean run?");
    }

    @Test
    void an_unknown_option_names_the_nearest() {
        Typed typed = Typed.line("run", "--lisen", ":8080");
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err()).contains("there is no option --lisen; did you mean --listen?");
    }

    @Test
    void an_option_without_its_value_says_so() {
        Typed typed = Typed.line("run", "--to");
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err()).contains("--to URL: the value is missing");
    }

    @Test
    void a_language_that_is_not_there_is_refused() {
        Typed typed = Typed.line("run", "--lang", "fi", "--to", "http://127.0.0.1:1");
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err())
                .contains("--lang fi: no texts in that language (expected: en, es, ru, zh)");
    }

    @Test
    void more_operands_than_a_command_takes_are_refused() {
        Typed typed = Typed.line("run", "one.yaml", "two.yaml");
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err()).contains("\"two.yaml\" is one too many");
    }

    @Test
    void the_version_is_data() {
        Typed typed = Typed.line("--version");
        assertThat(typed.exit()).isEqualTo(Exit.FINE);
        assertThat(typed.out()).startsWith("goodgate ");
    }
}
