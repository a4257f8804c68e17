package dev.goodgate.logs.source;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class OpenerTest {
    private static final String TEXT = "2026/01/02 03:04:05 [error] 7#7: *1 connect() failed\n";

    @TempDir Path folder;
    private final Opener opener = new Opener(InputStream.nullInputStream());

    private Path write(String name, byte[] octets) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, octets);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(UTF_8));
    }

    private static byte[] packed(Packing packing, byte[] octets) throws IOException {
        var out = new ByteArrayOutputStream();
        try (OutputStream packer =
                switch (packing) {
                    case NONE -> out;
                    case GZIP -> new GZIPOutputStream(out);
                    case ZSTD -> new ZstdOutputStream(out);
                    case BZIP2 -> new BZip2CompressorOutputStream(out, 1);
                    case XZ -> new XZOutputStream(out, new LZMA2Options(0));
                }) {
            packer.write(octets);
        }
        return out.toByteArray();
    }

    private Opening opening(Path file) {
        return opener.open(new Input.File(file.toString(), file));
    }

    private Opened opened(Path file) {
        return switch (opening(file)) {
            case Opened opened -> opened;
            case Skipped skipped -> fail(skipped.toString());
        };
    }

    private String read(Path file) throws IOException {
        try (Opened opened = opened(file)) {
            return new String(opened.stream().readAllBytes(), UTF_8);
        }
    }

    private Skipped skipped(Path file) {
        return switch (opening(file)) {
            case Opened opened -> fail(opened.name());
            case Skipped skipped -> skipped;
        };
    }

    private Listing list(Path... operands) {
        return opener.list(Arrays.stream(operands).map(Path::toString).toList());
    }

    /// Lines that hardly compress, so that a cut falls between them.
    private static byte[] noise() {
        var random = new Random(5);
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) text.append(random.nextLong()).append('\n');
        return text.toString().getBytes(UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void each_packing_is_told_by_its_octets(Packing packing) throws Exception {
        Path file = write("app.log", packed(packing, TEXT.repeat(5000).getBytes(UTF_8)));
        try (Opened opened = opened(file)) {
            assertThat(opened.compressed()).isEqualTo(packing != Packing.NONE);
            assertThat(opened.sizeOctets()).isEqualTo(Files.size(file));
            assertThat(opened.plain().isPresent()).isEqualTo(packing == Packing.NONE);
            assertThat(opened.stream().readAllBytes()).asString(UTF_8).isEqualTo(TEXT.repeat(5000));
            assertThat(opened.broken()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void members_put_together_are_one_text(Packing packing) throws Exception {
        byte[] member = packed(packing, TEXT.getBytes(UTF_8));
        var both = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) both.write(member);
        assertThat(read(write("app.log", both.toByteArray()))).isEqualTo(TEXT.repeat(3));
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void what_stands_before_a_cut_is_read(Packing packing) throws Exception {
        byte[] whole = noise();
        byte[] octets = packed(packing, whole);
        Path file = write("app.log", Arrays.copyOf(octets, octets.length * 9 / 10));
        try (Opened opened = opened(file)) {
            byte[] read = opened.stream().readAllBytes();
            assertThat(read.length).isGreaterThan(whole.length / 2).isLessThan(whole.length);
            assertThat(Arrays.mismatch(read, whole)).isEqualTo(read.length);
            Skipped broken = opened.broken().orElseThrow();
            assertThat(broken.why()).isEqualTo(Why.BROKEN);
            assertThat(broken.detail()).contains("after " + read.length + " octets");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void damage_and_every_early_cut_end_in_a_value(Packing packing) throws Exception {
        byte[] octets = packed(packing, TEXT.repeat(50).getBytes(UTF_8));
        for (int i = 1; i < octets.length; i++) {
            byte[] damaged = octets.clone();
            damaged[i] ^= 0x55;
            drain(write("damaged.log", damaged));
            drain(write("cut.log", Arrays.copyOf(octets, i)));
        }
    }

    private void drain(Path file) throws IOException {
        if (opening(file) instanceof Opened opened) {
            try (opened) {
                opened.stream().readAllBytes();
            }
        }
    }

    @Test
    void a_cut_within_the_first_octets_still_gives_what_was_there() throws Exception {
        byte[] octets = packed(Packing.GZIP, TEXT.getBytes(UTF_8));
        try (Opened opened = opened(write("a.gz", Arrays.copyOf(octets, octets.length - 8)))) {
            assertThat(opened.stream().readAllBytes()).asString(UTF_8).isEqualTo(TEXT);
            assertThat(opened.broken()).isPresent();
        }
        assertThat(skipped(write("b.gz", Arrays.copyOf(octets, 5))).why()).isEqualTo(Why.BROKEN);
    }

    @Test
    void utf16_is_decoded_by_its_mark() throws Exception {
        String wide = "é \ud83d\ude00 " + TEXT;
        assertThat(read(write("a.log", ("\ufeff" + wide).getBytes(UTF_16LE)))).isEqualTo(wide);
        assertThat(read(write("b.log", wide.repeat(3000).getBytes(UTF_16))))
                .isEqualTo(wide.repeat(3000));
        assertThat(opened(folder.resolve("a.log")).plain()).isEmpty();
    }

    @Test
    void what_is_no_text_is_refused() throws Exception {
        assertThat(skipped(write("a", new byte[] {'a', 0, 'b'})).why()).isEqualTo(Why.BINARY);
        assertThat(skipped(write("b", "%PDF-1.7\n")).why()).isEqualTo(Why.BINARY);
        byte[] packed = packed(Packing.GZIP, new byte[] {'a', 0, 'b'});
        assertThat(skipped(write("c.log.gz", packed)).why()).isEqualTo(Why.BINARY);
        Skipped journal = skipped(write("system", "LPKSHHRH\0\0\0"));
        assertThat(journal.why()).isEqualTo(Why.BINARY);
        assertThat(journal.detail()).contains("--journal");
    }

    @Test
    void what_holds_nothing_says_so() throws Exception {
        assertThat(skipped(write("a.log", "")).why()).isEqualTo(Why.EMPTY);
        assertThat(skipped(write("b.log", new byte[100_000])).why()).isEqualTo(Why.EMPTY);
        assertThat(skipped(write("c.log", packed(Packing.GZIP, new byte[0]))).why())
                .isEqualTo(Why.EMPTY);
    }

    @Test
    void the_hole_of_a_log_truncated_under_its_writer_is_passed() throws Exception {
        byte[] octets = new byte[100_000 + TEXT.length()];
        System.arraycopy(TEXT.getBytes(UTF_8), 0, octets, 100_000, TEXT.length());
        Path file = write("app.log", octets);
        assertThat(read(file)).isEqualTo(TEXT);
        assertThat(opened(file).plain()).isEmpty();
    }

    @Test
    void a_file_that_went_away_is_named() {
        assertThat(skipped(folder.resolve("gone.log")).why()).isEqualTo(Why.UNREADABLE);
    }

    @Test
    void a_closed_file_says_who_may_read_it() throws Exception {
        Path file = write("app.log", TEXT);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-r-----"));
        assertThat(Refusal.denied(file)).contains("sudo", "join the group");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        assertThat(Refusal.denied(file)).isEqualTo("permission denied (try sudo)");
        assertThat(Refusal.denied(folder.resolve("none"))).contains("group adm");
        assumeFalse(Files.isReadable(file), "root may read all");
        assertThat(skipped(file).why()).isEqualTo(Why.UNREADABLE);
    }

    @Test
    @Timeout(20)
    void a_pipe_is_streamed_when_it_is_named() throws Exception {
        Path pipe = folder.resolve("pipe");
        var made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(list(folder).skipped().getFirst().why()).isEqualTo(Why.SPECIAL);
        Input input = list(pipe).inputs().getFirst();
        Thread writer =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                Files.writeString(pipe, TEXT);
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        if (!(opener.open(input) instanceof Opened opened)) throw new AssertionError("no pipe");
        try (opened) {
            assertThat(opened.sizeOctets()).isEqualTo(-1);
            assertThat(opened.plain()).isEmpty();
            assertThat(opened.stream().readAllBytes()).asString(UTF_8).isEqualTo(TEXT);
        }
        writer.join();
    }

    @Test
    void the_standard_input_is_read_once_and_stays_open() throws Exception {
        var closed = new boolean[1];
        var piped =
                new ByteArrayInputStream(packed(Packing.ZSTD, TEXT.getBytes(UTF_8))) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                };
        var reader = new Opener(piped);
        List<Input> inputs = reader.list(List.of("-", "-")).inputs();
        assertThat(inputs).containsExactly(new Input.Piped());
        if (!(reader.open(inputs.getFirst()) instanceof Opened opened)) throw new AssertionError();
        try (opened) {
            assertThat(opened.stream().readAllBytes()).asString(UTF_8).isEqualTo(TEXT);
        }
        assertThat(closed[0]).isFalse();
    }
}
