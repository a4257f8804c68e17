package dev.goodgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The pages people read: links lead somewhere, decisions have their four parts, and nothing names
/// a place on the machine of whoever wrote it.
final class PagesTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

    /// Put together here so that this file does not contain what it looks for.
    private static final List<String> PRIVATE_PLACES =
            List.of("/wo" + "rk/", "/ro" + "ot/", "/usr/lib/" + "jvm/t", "/home/" + "user");

    @Test
    void links_lead_somewhere() {
        List<String> broken = new ArrayList<>();
        for (Path page : Repository.files(".md")) {
            Matcher link = LINK.matcher(Repository.text(page));
            while (link.find()) {
                String target = link.group(1);
                if (target.contains(":")) continue;
                if (!Files.exists(page.resolveSibling(target))) {
                    broken.add(Repository.name(page) + ": " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void decisions_say_what_they_cost_and_how_to_undo_them() {
        List<String> missing = new ArrayList<>();
        List<Path> pages =
                Repository.files(".md").stream()
                        .filter(page -> Repository.name(page).startsWith("docs/decisions/0"))
                        .toList();
        assertThat(pages).isNotEmpty();
        int number = 0;
        for (Path page : pages) {
            number++;
            String name = Repository.name(page);
            String text = Repository.text(page);
            if (!name.contains("/" + "%04d".formatted(number) + "-")) {
                missing.add(name + ": out of sequence (expected: " + number + ")");
            }
            for (String part : List.of("Situation", "Choice", "Price", "How to undo")) {
                if (!text.contains("\n## " + part + "\n")) missing.add(name + ": ## " + part);
            }
            if (text.lines().count() > 60) missing.add(name + ": longer than a page");
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_file_names_a_place_on_one_machine() {
        List<String> found = new ArrayList<>();
        for (Path file : Repository.files("")) {
            String text = Repository.text(file);
            for (String place : PRIVATE_PLACES) {
                if (text.contains(place)) found.add(Repository.name(file) + ": " + place);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void no_source_sleeps_or_leaves_work_behind() {
        List<String> found = new ArrayList<>();
        for (Path file : Repository.files(".java")) {
            String text = Repository.text(file);
            for (String word : List.of("Thread." + "sleep(", "TO" + "DO", "FIX" + "ME")) {
                if (text.contains(word)) found.add(Repository.name(file) + ": " + word);
            }
        }
        assertThat(found).isEmpty();
    }
}
