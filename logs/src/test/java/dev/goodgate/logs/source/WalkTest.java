package dev.goodgate.logs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkTest {
    private static final String TEXT = "2026/01/02 03:04:05 [error] 7#7: *1 connect() failed\n";

    @TempDir Path folder;
    private final Opener opener = new Opener(InputStream.nullInputStream());

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Listing list(Path... operands) {
        return opener.list(Arrays.stream(operands).map(Path::toString).toList());
    }

    private List<String> names(Listing listing) {
        return listing.inputs().stream()
                .map(input -> folder.relativize(Path.of(input.name())).toString())
                .toList();
    }

    @Test
    void a_missing_file_is_named() {
        Listing listing = list(folder.resolve("none.log"));
        assertThat(listing.inputs()).isEmpty();
        assertThat(listing.skipped())
                .containsExactly(new Skipped(folder + "/none.log", Why.UNREADABLE, "no such file"));
        assertThat(opener.list(List.of("a\0b")).skipped().getFirst().why())
                .isEqualTo(Why.UNREADABLE);
    }

    @Test
    void a_folder_is_searched_and_sorted() throws Exception {
        for (String name : List.of("n/error.log", "n/error.log.1", "n/error.log.2.gz", "app.log")) {
            write(name, TEXT);
        }
        Listing listing = list(folder);
        assertThat(names(listing))
                .containsExactly("app.log", "n/error.log.2.gz", "n/error.log.1", "n/error.log");
        assertThat(listing.skipped()).isEmpty();
    }

    @Test
    void in_a_folder_what_is_no_log_is_left_out_by_its_name() throws Exception {
        write("logo.PNG", TEXT);
        write("system.journal", TEXT);
        Path image = write("shop.db", TEXT);
        Listing listing = list(folder);
        assertThat(listing.inputs()).isEmpty();
        assertThat(listing.skipped()).extracting(Skipped::why).containsOnly(Why.BINARY);
        assertThat(listing.skipped())
                .extracting(Skipped::detail)
                .anyMatch(d -> d.contains("--journal"));
        assertThat(names(list(image))).containsExactly("shop.db");
    }

    @Test
    void a_file_counts_once_whatever_leads_to_it() throws Exception {
        Path file = write("app.log", TEXT);
        Files.createSymbolicLink(folder.resolve("link.log"), file);
        Files.createLink(folder.resolve("twin.log"), file);
        assertThat(names(list(file, folder, file))).containsExactly("app.log");
    }

    @Test
    void a_link_that_leads_back_is_refused() throws Exception {
        write("a/b/app.log", TEXT);
        Files.createSymbolicLink(folder.resolve("a/b/up"), folder);
        Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));
        Listing listing = list(folder);
        assertThat(names(listing)).containsExactly("a/b/app.log");
        assertThat(listing.skipped()).hasSize(2);
        assertThat(listing.skipped().getFirst().why()).isEqualTo(Why.SPECIAL);
    }

    @Test
    void folders_are_searched_six_deep() throws Exception {
        write("1/2/3/4/5/6/app.log", TEXT);
        write("1/2/3/4/5/6/7/app.log", TEXT);
        Listing listing = list(folder);
        assertThat(names(listing)).containsExactly("1/2/3/4/5/6/app.log");
        assertThat(listing.skipped()).extracting(Skipped::why).containsExactly(Why.TOO_MANY);
    }

    @Test
    void more_files_than_are_read_are_counted() throws Exception {
        for (int i : IntStream.range(0, 7).toArray()) write("app" + i + ".log", TEXT);
        Listing listing =
                new Opener(InputStream.nullInputStream(), 4).list(List.of(folder.toString()));
        assertThat(listing.inputs()).hasSize(4);
        Skipped beyond = listing.skipped().getFirst();
        assertThat(beyond.why()).isEqualTo(Why.TOO_MANY);
        assertThat(beyond.name()).endsWith("app4.log");
        assertThat(beyond.detail()).contains("and 2 more");
    }

    @Test
    void devices_and_sockets_are_refused() throws Exception {
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Path socket = folder.resolve("app.socket");
            server.bind(UnixDomainSocketAddress.of(socket));
            Listing listing = list(socket, folder, Path.of("/dev/zero"));
            assertThat(listing.inputs()).isEmpty();
            assertThat(listing.skipped()).extracting(Skipped::why).containsOnly(Why.SPECIAL);
            assertThat(listing.skipped())
                    .extracting(Skipped::detail)
                    .containsExactly("a socket", "a socket", "a device");
        }
    }

    @Test
    void what_the_kernel_makes_up_is_passed_over_unless_it_is_named() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "no Linux");
        write("app.log", TEXT);
        Files.createSymbolicLink(folder.resolve("all"), Path.of("/proc"));
        Files.createSymbolicLink(folder.resolve("waits"), Path.of("/proc/kmsg"));
        Listing listing = list(folder, Path.of("/proc/self/status"));
        assertThat(listing.inputs())
                .extracting(Input::name)
                .containsExactly(folder + "/app.log", "/proc/self/status");
        assertThat(listing.skipped())
                .extracting(Skipped::name)
                .containsExactly(folder + "/all", folder + "/waits");
        assertThat(listing.skipped())
                .allMatch(one -> one.why() == Why.SPECIAL && one.detail().startsWith("the kernel"));
    }
}
