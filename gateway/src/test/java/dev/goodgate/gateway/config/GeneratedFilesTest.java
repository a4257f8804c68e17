package dev.goodgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The files in `docs` that are made from the settings records. `-Dgolden=write` rewrites them.
class GeneratedFilesTest {
    @Test
    void the_schema_in_docs_is_that_of_the_settings_records() throws IOException {
        same(Path.of("../docs/schema/goodgate.schema.json"), SettingsSchema.json());
    }

    @Test
    void the_reference_in_docs_is_that_of_the_settings_records() throws IOException {
        same(Path.of("../docs/configuration.md"), SettingsReference.markdown());
    }

    private static void same(Path file, String text) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
