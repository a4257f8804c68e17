package dev.goodgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `goodgate check` says, and in which language.
class CheckCommandTest {
    private static final String LATE =
            """
            listeners: [ { address: "127.0.0.1:8080" } ]
            routes:    [ { upstream: app } ]
            upstreams: { app: { endpoints: [ "http://127.0.0.1:3000" ], first-byte: "soon" } }
            """;

    @TempDir Path folder;

    private Typed check(String text, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), text);
        String[] words = new String[options.length + 2];
        System.arraycopy(options, 0, words, 2, options.length);
        words[0] = "check";
        words[1] = file.toString();
        return Typed.line(words);
    }

    @Test
    void a_fault_is_said_as_a_start_says_it() throws IOException {
        Typed typed = check(LATE);
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.out())
                .contains(
                        "gateway.yaml:3:73 upstreams.app.first-byte: \"soon\" (expected: a duration");
        assertThat(typed.err()).contains("gateway.yaml: 1 fault");
    }

    @Test
    void a_fault_is_said_in_the_language_asked_for() throws IOException {
        assertThat(check(LATE, "--lang", "ru").out()).contains("\"soon\" (ожидалось: длительность");
        assertThat(check(LATE, "--lang", "zh").out()).contains("\"soon\"（应为：时长");
        assertThat(check(LATE, "--lang", "es").out()).contains("(se esperaba: una duración");
        assertThat(check(LATE, "--lang", "ru").err()).contains("gateway.yaml: 1 ошибка");
        assertThat(check(LATE, "--lang", "es", "--json").out()).contains("una duración");
    }

    @Test
    void a_value_of_the_file_is_never_taken_for_a_sentence() throws IOException {
        String value = LATE.replace("soon", "write off");
        assertThat(check(value, "--lang", "ru").out()).contains("\"write off\"");
    }

    @Test
    void a_warning_is_said_in_the_language_asked_for() throws IOException {
        String open =
                "expose: full\n"
                        + LATE.replace(", first-byte: \"soon\"", "")
                                .replace("127.0.0.1:8080", "0.0.0.0:8080");
        Typed typed = check(open, "--lang", "es");
        assertThat(typed.exit()).isEqualTo(Exit.PROBLEM);
        assertThat(typed.out()).contains("advertencia: todos ven");
    }
}
