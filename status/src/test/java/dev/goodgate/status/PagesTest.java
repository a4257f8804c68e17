package dev.goodgate.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/status` is what the atlas says. `-Dgolden=write` writes it anew.
final class PagesTest {
    private static final Path FOLDER = Path.of("../docs/status");
    private static final Pattern LINK = Pattern.compile("]\\(([^)/]+\\.md)\\)");

    @Test
    void the_pages_in_docs_are_those_of_the_atlas() throws IOException {
        Map<String, String> pages = new Pages().all();
        if ("write".equals(System.getProperty("golden"))) write(pages);
        assertThat(kept()).isEqualTo(pages);
    }

    @Test
    void pages_lead_to_each_other() {
        Map<String, String> pages = new Pages().all();
        pages.forEach((name, text) -> {
            Matcher link = LINK.matcher(text);
            while (link.find()) assertThat(pages).as(name).containsKey(link.group(1));
            if (!name.equals("README.md")) {
                assertThat(pages.get("README.md")).contains("(" + name + ")");
            }
        });
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (String old : kept().keySet()) {
            if (!pages.containsKey(old)) Files.delete(FOLDER.resolve(old));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    private static Map<String, String> kept() throws IOException {
        Map<String, String> kept = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.forEach(file -> kept.put(file.getFileName().toString(), text(file)));
        }
        return kept;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
