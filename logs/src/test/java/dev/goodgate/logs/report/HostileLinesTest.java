package dev.goodgate.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.logs.Explained;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever can write into a log must not write into a terminal, a page or a ticket.
final class HostileLinesTest {
    private static final Texts TEXTS = Texts.in(Language.ENGLISH);
    private static final String ATTACK =
            "\u001b[2J\u001b]0;owned\u0007 <script>alert(1)</script> \" onload=\"x ![a](http://evil.example)"
                    + " ``` | **bold** \u202egnp.exe\u2028 \u009b31m %s";
    private static final Explained EXPLAINED =
            Samples.read(
                    Map.of(
                            "a\u001b[1m<b>`.log",
                            "2026/03/05 18:30:01 [error] 7#7: *9 connect() failed (111: Connection"
                                    + " refused) while connecting to upstream, client: 203.0.113.9,"
                                    + " server: x, request: \"GET /"
                                    + ATTACK
                                    + " HTTP/1.1\", upstream: \"http://10.0.0.5$(id):80"
                                    + ATTACK
                                    + "/\", host: \"shop<i>.example\"\n"),
                    List.of());

    @Test
    void a_terminal_gets_no_controls_and_no_direction_marks() {
        String text = TextReport.of(EXPLAINED, ReportOptions.terminal(TEXTS));
        assertThat(text).contains("connect() failed", "a\\x1b[1m<b>`.log:1");
        assertThat(acting(text)).isEmpty();
    }

    @Test
    void a_quoted_line_never_takes_more_than_a_line() {
        String text = TextReport.of(EXPLAINED, ReportOptions.terminal(TEXTS));
        assertThat(text.lines().filter(line -> line.contains("[error]")))
                .hasSize(1)
                .allMatch(line -> Columns.of(line) <= 100);
    }

    @Test
    void a_page_has_no_markup_but_its_own() {
        String html = HtmlReport.of(EXPLAINED, ReportOptions.shared(TEXTS));
        assertThat(html)
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<b>`", "shop<i>", "\" onload");
        assertThat(acting(html)).isEmpty();
    }

    @Test
    void markdown_keeps_the_line_inside_its_code_span() {
        String markdown = MarkdownReport.of(EXPLAINED, ReportOptions.shared(TEXTS));
        List<String> quotes = markdown.lines().filter(line -> line.contains("[error]")).toList();
        assertThat(quotes).isNotEmpty().allMatch(line -> line.contains("````"));
        assertThat(acting(markdown)).isEmpty();
    }

    @Test
    void json_stays_json_and_is_harmless_when_printed() {
        JsonNode json =
                JsonMapper.shared().readTree(JsonReport.of(EXPLAINED, ReportOptions.shared(TEXTS)));
        String line = json.at("/stories/0/evidence/0/text").asString();
        assertThat(line).contains("<script>", "\\u202e");
        assertThat(acting(line)).isEmpty();
    }

    private static List<String> acting(String text) {
        return text.codePoints()
                .filter(c -> c != '\n')
                .filter(c ->
                        Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.LINE_SEPARATOR)
                .mapToObj(Integer::toHexString)
                .toList();
    }
}
