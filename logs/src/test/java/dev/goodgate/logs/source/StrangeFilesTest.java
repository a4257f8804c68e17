package dev.goodgate.logs.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are not what they say.
final class StrangeFilesTest {
    private static final int FREE_MIB = 256;

    @TempDir private Path folder;
    private final Opener opener = new Opener(InputStream.nullInputStream());

    private Opening opening(Path file) {
        return opener.open(new Input.File(file.toString(), file));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 'a'})
    void what_swells_without_end_is_read_as_far_as_a_log_may_swell(int octet) throws IOException {
        Path bomb = folder.resolve("bomb.zst");
        byte[] some = new byte[1 << 20];
        java.util.Arrays.fill(some, (byte) octet);
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(bomb))) {
            for (int i = 0; i < 2 * FREE_MIB; i++) out.write(some);
        }
        Skipped said =
                switch (opening(bomb)) {
                    case Skipped skipped -> skipped;
                    case Opened opened -> {
                        try (opened) {
                            long octets =
                                    opened.stream().transferTo(OutputStream.nullOutputStream());
                            assertThat(octets >> 20).isBetween((long) FREE_MIB, FREE_MIB + 2L);
                            yield opened.broken().orElseThrow();
                        }
                    }
                };
        assertThat(said.why()).isEqualTo(Why.BROKEN);
        assertThat(said.detail()).endsWith(": it unpacks to more than 1000 times its size");
    }

    @Test
    void what_says_it_has_no_size_is_read_all_the_same() throws IOException {
        Path status = Path.of("/proc/self/status");
        assumeTrue(Files.exists(status), "no Linux");
        switch (opening(status)) {
            case Skipped skipped -> fail(skipped.toString());
            case Opened opened -> {
                try (opened) {
                    assertThat(opened.plain()).isEmpty();
                    assertThat(new String(opened.stream().readAllBytes(), UTF_8)).contains("Pid:");
                }
            }
        }
    }
}
