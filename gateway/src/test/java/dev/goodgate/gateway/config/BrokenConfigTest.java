package dev.goodgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
