package dev.goodgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir private Path elsewhere;

    @Test
    void it_goes_with_all_in_it_and_what_a_link_leads_to_stays() throws IOException {
        Path kept = Files.writeString(elsewhere.resolve("kept"), "x");
        Path folder;
        try (Scratch scratch = Scratch.named("goodgate-test")) {
            folder = scratch.folder();
            Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("c"), "x");
            Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        }
        assertThat(folder).doesNotExist();
        assertThat(kept).exists();
    }
}
