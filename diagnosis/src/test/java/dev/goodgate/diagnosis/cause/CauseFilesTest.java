package dev.goodgate.diagnosis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Reads the files of the causes themselves: at run time a missing text falls back to English, so
/// nothing else would notice.
class CauseFilesTest {
    /// The languages that every cause must speak. A new one is a line here.
    private static final List<String> COMPLETE = List.of("en", "ru", "zh", "es");

    private static final Path FOLDER = Path.of("src/main/resources/dev/goodgate/diagnosis/cause");

    private static final String STEP = "(confirm|remedy)\\.[1-9]\\d*";

    private static final Pattern KEY =
            Pattern.compile(
                    "owner|covers|symptoms|(title|why|expert)\\.[a-z]{2}|log\\.\\d+|page\\.\\d+"
                            + "|page\\.\\d+\\.covers|"
                            + STEP
                            + "\\.(audience|platform|covers|command|[a-z]{2}|risk\\.[a-z]{2})");

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void every_cause_of_the_founding_list_has_a_class_a_file_and_a_line_in_the_catalogue()
            throws IOException {
        Set<String> catalogue =
                Causes.ALL.stream().map(Cause::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(Causes.ALL).hasSize(catalogue.size());
        assertThat(catalogue).containsAll(Checklist.lines("ids.txt"));
        Set<String> files = new TreeSet<>(files().toList());
        assertThat(files.remove("words")).isTrue();
        assertThat(files).isEqualTo(catalogue);
    }

    @ParameterizedTest
    @FieldSource("dev.goodgate.diagnosis.cause.Causes#ALL")
    void a_file_has_all_parts(Cause cause) {
        CauseFile file = CauseFile.of(cause.id());
        CauseEntry entry = CauseEntry.of(cause.id(), Language.ENGLISH);
        assertThat(file.keys()).allMatch(key -> KEY.matcher(key).matches());
        assertThat(file.fact("owner")).isIn(ids(Owner.values(), Owner::id));
        assertThat(entry.title()).isNotEmpty().hasSizeLessThan(70).doesNotEndWith(".");
        assertThat(entry.why()).isNotEmpty().hasSizeLessThan(200).endsWith(".");
        assertThat(entry.expert()).isNotEmpty().hasSizeLessThan(300).endsWith(".");
        assertThat(entry.checks()).isNotEmpty();
        assertThat(entry.remedies()).isNotEmpty();
        assertThat(entry.title() + entry.why()).doesNotContain("{");
        for (String key : file.keys()) {
            assertThat(file.fact(key)).as(key).isNotBlank().isEqualTo(file.fact(key).strip());
        }
    }

    @ParameterizedTest
    @FieldSource("dev.goodgate.diagnosis.cause.Causes#ALL")
    void symptoms_audiences_platforms_and_rows_exist(Cause cause) throws IOException {
        CauseFile file = CauseFile.of(cause.id());
        for (String word : CauseEntry.words(file.fact("symptoms"))) {
            assertThat(word).matches("[a-z._0-9]+:(high|medium|low|rare)");
            assertThat(Symptom.of(word.substring(0, word.indexOf(':')))).as(word).isPresent();
        }
        Set<String> rows = new Checklist().rows().keySet();
        for (String key : file.keys()) {
            List<String> words = CauseEntry.words(file.fact(key));
            if (key.endsWith("covers")) assertThat(rows).containsAll(words);
            if (key.endsWith(".audience")) {
                assertThat(ids(Audience.values(), Audience::id)).containsAll(words);
            }
            if (key.endsWith(".platform")) {
                assertThat(ids(Platform.values(), Platform::id)).containsAll(words);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void steps_and_log_lines_count_from_one(String id) {
        CauseFile file = CauseFile.of(id);
        for (String prefix : List.of("confirm.", "remedy.", "log.", "page.")) {
            int count = 0;
            String ending = prefix.equals("log.") || prefix.equals("page.") ? "" : ".en";
            while (!file.fact(prefix + (count + 1) + ending).isEmpty()) count++;
            int last = count;
            assertThat(file.keys())
                    .filteredOn(key -> key.startsWith(prefix))
                    .allMatch(key -> Integer.parseInt(key.split("\\.", -1)[1]) <= last);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_says_everything_in_every_complete_language_with_equal_slots(String id) {
        CauseFile file = CauseFile.of(id);
        for (String key : file.keys()) {
            if (!key.matches(".+\\.[a-z]{2}")) continue;
            String base = key.substring(0, key.length() - 2);
            String english = file.fact(base + "en");
            assertThat(english).as(base + "en of " + id).isNotEmpty();
            for (String language : COMPLETE) {
                assertThat(file.fact(base + language)).as(base + language).isNotEmpty();
            }
            assertThat(slots(file.fact(key))).as(key).isEqualTo(slots(english));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void slots_are_known_and_never_stand_within_quotes_of_a_command(String id) {
        CauseFile file = CauseFile.of(id);
        for (String key : file.keys()) {
            String text = file.fact(key);
            if (key.endsWith(".command")) {
                assertThat(List.of("host", "port", "socket", "name")).containsAll(slots(text));
                assertThat(unquoted(text.replace("{port}", "80")))
                        .isEqualTo(
                                slots(text).stream().filter(slot -> !slot.equals("port")).toList());
            } else if (key.matches(".+\\.[a-z]{2}")) {
                assertThat(List.of("address", "name", "config", "limit")).containsAll(slots(text));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("dev.goodgate.diagnosis.cause.Causes#ALL")
    void visitors_are_told_nothing_that_names_the_upstream(Cause cause) {
        CauseEntry entry = CauseEntry.of(cause.id(), Language.ENGLISH);
        Stream.concat(entry.checks().stream(), entry.remedies().stream())
                .filter(step -> step.audience() == Audience.VISITOR)
                .forEach(step -> {
                    assertThat(slots(step.text() + step.risk())).isEmpty();
                    assertThat(List.of("name")).containsAll(slots(step.command()));
                });
    }

    @ParameterizedTest
    @MethodSource("files")
    void advice_that_lowers_a_guard_says_what_to_mind(String id) {
        CauseEntry entry = CauseEntry.of(id, Language.ENGLISH);
        Pattern guard =
                Pattern.compile(
                        "(?i)(switch|turn)\\w* off (the )?(firewall|verification|selinux|antivirus)"
                                + "|pause just|only watch|take the cdn out|iptables -I|chown|prune");
        for (Remedy remedy : entry.remedies()) {
            String advice = remedy.text() + " " + remedy.command();
            if (guard.matcher(advice).find()) assertThat(remedy.risk()).as(advice).isNotEmpty();
        }
    }

    private static List<String> slots(String text) {
        return Pattern.compile("(?<!\\{)\\{([a-z]+)}")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
    }

    /// The slots outside of single and double quotes.
    private static List<String> unquoted(String command) {
        return slots(
                Pattern.compile("'[^']*'|\"[^\"]*\"")
                        .matcher(command)
                        .replaceAll((MatchResult _) -> ""));
    }

    private static <T> List<String> ids(T[] all, Function<T, String> id) {
        return Arrays.stream(all).map(id).toList();
    }
}
