package dev.goodgate.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
    @Test
    void places_are_filled_and_other_dollars_stay(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("t"), "listen ${PORT}; host $http_host;");
        Path filled = new Template(file).fill(directory.resolve("f"), Map.of("PORT", "80"));
        assertThat(filled).hasContent("listen 80; host $http_host;");
    }

    @Test
    void a_place_without_a_value_is_named(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("t"), "${NOWHERE}");
        assertThatThrownBy(() -> new Template(file).fill(directory.resolve("f"), Map.of()))
                .hasMessageContaining("${NOWHERE}");
    }
}
