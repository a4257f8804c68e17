package dev.goodgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConfigWatchTest {
    private final Semaphore told = new Semaphore(0);

    @Test
    void a_file_written_in_place_is_told(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("goodgate.yaml"), "a");
        try (var _ = ConfigWatch.start(file, told::release)) {
            Files.writeString(file, "bb");
            told();
            Files.writeString(file, "ccc");
            told();
        }
    }

    @Test
    void a_file_renamed_over_it_is_told(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("goodgate.yaml"), "a");
        try (var _ = ConfigWatch.start(file, told::release)) {
            for (String text : new String[] {"b", "c"}) {
                Path written = Files.writeString(folder.resolve(".goodgate.yaml.swp"), text);
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
                told();
            }
        }
    }

    @Test
    void a_swapped_link_as_in_kubernetes_is_told(@TempDir Path folder) throws Exception {
        revision(folder, "..1", "a");
        Path file =
                Files.createSymbolicLink(
                        folder.resolve("goodgate.yaml"), Path.of("..data/goodgate.yaml"));
        try (var _ = ConfigWatch.start(file, told::release)) {
            revision(folder, "..2", "a");
            told();
            revision(folder, "..3", "a");
            told();
        }
    }

    @Test
    void a_linked_file_edited_elsewhere_is_told(@TempDir Path folder, @TempDir Path elsewhere)
            throws Exception {
        Path real = Files.writeString(elsewhere.resolve("real.yaml"), "a");
        Path file = Files.createSymbolicLink(folder.resolve("goodgate.yaml"), real);
        try (var _ = ConfigWatch.start(file, told::release)) {
            Files.writeString(real, "bb");
            told();
        }
    }

    @Test
    void a_file_that_goes_and_comes_back_is_told_when_it_is_back(@TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("goodgate.yaml"), "a");
        try (var _ = ConfigWatch.start(file, told::release)) {
            Files.delete(file);
            assertThat(told.tryAcquire(500, TimeUnit.MILLISECONDS)).isFalse();
            Files.writeString(file, "b");
            told();
        }
    }

    @Test
    void other_files_in_the_folder_are_nothing(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("goodgate.yaml"), "a");
        try (var _ = ConfigWatch.start(file, told::release)) {
            Files.writeString(folder.resolve("access.log"), "line");
            assertThat(told.tryAcquire(500, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void a_file_that_the_configuration_names_is_told_when_it_changes(
            @TempDir Path folder, @TempDir Path pages) throws Exception {
        Path file = Files.writeString(folder.resolve("goodgate.yaml"), "a");
        Path page = Files.writeString(pages.resolve("error.html"), "a");
        try (var _ = ConfigWatch.start(file, () -> Set.of(page), told::release)) {
            Files.writeString(page, "bb");
            told();
            Files.delete(page);
            assertThat(told.tryAcquire(500, TimeUnit.MILLISECONDS)).as("away").isFalse();
            Files.writeString(page, "ccc");
            told();
            Files.writeString(file, "dd");
            told();
        }
    }

    @Test
    void hup_is_told(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("goodgate.yaml"), "a");
        try (var _ = ConfigWatch.start(file, told::release)) {
            String self = Long.toString(ProcessHandle.current().pid());
            assertThat(new ProcessBuilder("kill", "-HUP", self).start().waitFor()).isZero();
            told();
        }
    }

    @Test
    void a_callback_that_throws_does_not_end_the_watch(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("goodgate.yaml"), "a");
        Runnable bug =
                () -> {
                    told.release();
                    throw new IllegalStateException("planted by the test");
                };
        try (var watch = ConfigWatch.start(file, bug)) {
            watch.ask();
            told();
            watch.ask();
            told();
        }
    }

    private void told() throws InterruptedException {
        assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).as("told").isTrue();
    }

    private static void revision(Path folder, String name, String text) throws IOException {
        Path revision = Files.createDirectory(folder.resolve(name));
        Files.writeString(revision.resolve("goodgate.yaml"), text);
        Path link = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of(name));
        Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }
}
