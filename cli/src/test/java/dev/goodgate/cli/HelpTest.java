package dev.goodgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Help texts are kept as files; `-Dgolden=write` writes them anew.
final class HelpTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/goodgate/cli/help");

    static Stream<String> names() {
        return Commands.ALL.stream().map(command -> command.usage().name());
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_command_explains_itself(String name) throws IOException {
        String[] words = (name + " --help").split(" ", -1);
        Typed typed = Typed.line(words);
        assertThat(typed.exit()).isEqualTo(Exit.FINE);
        assertThat(typed.err()).isEmpty();
        matches(name.replace(' ', '-') + ".txt", typed.out());
    }

    @Test
    void the_overview_lists_every_command() throws IOException {
        Typed typed = Typed.line("--help");
        assertThat(typed.exit()).isEqualTo(Exit.FINE);
        assertThat(typed.out()).contains(names().toList());
        matches("overview.txt", typed.out());
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_command_shows_examples_and_takes_the_common_options(String name) {
        Usage usage =
                Commands.ALL.stream()
                        .map(Command::usage)
                        .filter(candidate -> candidate.name().equals(name))
                        .findAny()
                        .orElseThrow();
        assertThat(usage.examples()).isNotEmpty();
        assertThat(usage.examples())
                .allSatisfy(example -> assertThat(example.line()).contains("goodgate " + name));
        assertThat(usage.options()).contains(Option.JSON).anyMatch(o -> o.name().equals("--lang"));
        assertThat(usage.summary()).hasSizeLessThan(60).endsWith(".");
    }

    private static void matches(String file, String text) throws IOException {
        Path golden = GOLDEN.resolve(file);
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
        assertThat(text.lines().toList())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(List.of(text.split("\n", -1))).noneMatch(line -> line.endsWith(" "));
    }
}
