package dev.goodgate.logs.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goodgate.logs.cases.CaseFile.CaseFault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file of cases is anybody's file: what is wrong with it is named, whatever it is.
final class CaseFileTest {
    private static final String GOOD = "{\"lines\":[\"a\"],\"cause\":\"disk-full\"}\n";

    @TempDir private Path folder;

    private List<LabelledCase> read(String text) throws IOException, CaseFault {
        Path file = folder.resolve("cases.jsonl");
        Files.writeString(file, text);
        return CaseFile.read(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "null",
                "[]",
                "5",
                "\u0000",
                "{\"lines\":[\"a\"]}",
                "{\"cause\":\"disk-full\"}",
                "{\"lines\":[],\"cause\":\"disk-full\"}",
                "{\"lines\":[1,null,{}],\"cause\":\"disk-full\"}",
                "{\"lines\":{\"a\":1},\"cause\":\"disk-full\"}",
                "{\"lines\":[\"a\"],\"cause\":[\"disk-full\"]}",
                "{\"lines\":[\"a\"],\"cause\":\"disk-full\"} more"
            })
    void a_case_that_is_none_is_named_by_its_line(String broken) {
        assertThatThrownBy(() -> read(GOOD + broken + "\n"))
                .isInstanceOf(CaseFault.class)
                .hasMessageContaining("cases.jsonl:2: ");
    }

    @Test
    void depth_and_digits_beyond_reason_are_no_json() {
        for (String hostile : List.of("[".repeat(100_000), "9".repeat(100_000))) {
            String broken = "{\"lines\":[\"a\"],\"cause\":\"disk-full\",\"x\":" + hostile;
            assertThatThrownBy(() -> read(broken)).hasMessageContaining("cases.jsonl:1: no JSON");
        }
    }

    @Test
    void a_line_beyond_all_measure_is_not_read_to_its_end() throws IOException {
        Path file = folder.resolve("long.jsonl");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] some = new byte[1 << 20];
            for (int i = 0; i < 9; i++) out.write(some);
        }
        assertThatThrownBy(() -> CaseFile.read(file)).hasMessageContaining(":1: longer than 8 MiB");
    }

    @Test
    void octets_that_are_no_utf8_spoil_their_letter_alone() throws Exception {
        Path file = folder.resolve("latin1.jsonl");
        String text = "{\"lines\":[\"caf\u00e9 refused\"],\"cause\":\"disk-full\"}\n";
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(CaseFile.read(file).getFirst().lines()).containsExactly("caf\ufffd refused");
    }

    @Test
    void a_mark_at_the_start_blank_lines_and_carriage_returns_are_passed_over() throws Exception {
        assertThat(read("\ufeff" + GOOD + "\r\n\n" + GOOD.strip()))
                .extracting(LabelledCase::number)
                .containsExactly(1, 4);
    }

    @Test
    void a_file_without_a_case_is_no_perfect_score() {
        assertThatThrownBy(() -> read("\n\n")).hasMessageContaining("holds no case");
    }

    @Test
    void names_in_it_cannot_write_to_the_terminal() throws Exception {
        String name = "\\u001b[2J\\u202e";
        List<LabelledCase> cases =
                read(GOOD.replace("disk-full", name).replace("{", "{\"id\":\"" + name + "\","));
        assertThat(ScoreText.of(Score.of(cases)))
                .contains("\\x1b[2J\\u202e")
                .doesNotContain("\u001b", "\u202e");
    }
}
