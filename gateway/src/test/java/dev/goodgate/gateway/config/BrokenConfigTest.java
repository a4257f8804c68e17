package dev.goodgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each file of `config/broken` with the messages beside it. `-Dgolden=write` rewrites them.
class BrokenConfigTest {
    private static final Path FOLDER = Path.of("src/test/resources/config/broken");
    private static final Map<String, String> ENVIRONMENT = Map.of("SECRET", "hunter2 of 9 lives");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /// What is the file's own; what YAML and the regular expressions say stays in English.
    private static final Pattern FOREIGN =
            Pattern.compile(
                    "[\"{$].*|[a-z]+ and .*|YAML|UTF-8|a plain .*|(invalid|missing closing|"
                            + "expected|found|but found|could not|mapping|while) .*");

    @ParameterizedTest
    @MethodSource("files")
    void what_is_wrong_can_be_said_in_every_language(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<String> said = new ArrayList<>();
        switch (ConfigFile.read(name, Files.readString(file), ENVIRONMENT)) {
            case ConfigFile.Reading.Faulty(var faults) ->
                    faults.forEach(fault -> {
                        said.addAll(List.of(fault.seen(), fault.expected()));
                        fault.hint().ifPresent(said::add);
                    });
            case ConfigFile.Reading.Loaded loaded ->
                    loaded.warnings().forEach(notice -> said.add(notice.text()));
        }
        said.removeIf(one -> one.isEmpty() || FOREIGN.matcher(one).matches());
        assertThat(said).allMatch(Sentences.faults()::known);
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_broken_file_says_what_where_and_what_instead(Path file) throws IOException {
        String text = Files.readString(file);
        String name = file.getFileName().toString();
        String said = ConfigFileTest.text(ConfigFile.read(name, text, ENVIRONMENT)) + "\n";
        Path golden = file.resolveSibling(name.replace(".yaml", ".txt"));
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, said);
        }
        assertThat(said).isEqualTo(Files.readString(golden)).doesNotContain("hunter2");
    }
}
