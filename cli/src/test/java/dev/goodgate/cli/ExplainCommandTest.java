package dev.goodgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {
    private static final String REFUSED =
            "2026/01/02 03:04:05 [error] 7#7: *1 connect() failed (111: Connection refused) while"
                    + " connecting to upstream, client: 192.0.2.77, server: shop.test, request:"
                    + " \"GET /cart?token=geheim HTTP/1.1\", upstream: \"http://10.0.0.1:80/cart\","
                    + " host: \"shop.test\"";

    @TempDir Path folder;

    @Test
    void one_pasted_line_is_explained_and_found_to_be_a_problem() {
        Typed typed = Typed.line("explain", "--line", REFUSED);
        assertThat(typed.exit()).isEqualTo(Exit.PROBLEM);
        assertThat(typed.out()).contains("10.0.0.1:80").contains("connect() failed");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void a_folder_is_read_and_named() throws IOException {
        Files.writeString(folder.resolve("error.log"), REFUSED + "\n");
        Typed typed = Typed.line("explain", folder.toString(), "--zone", "UTC", "--json");
        assertThat(typed.exit()).isEqualTo(Exit.PROBLEM);
        assertThat(typed.out())
                .contains("\"file\":\"" + folder.resolve("error.log"))
                .contains("\"line\":1")
                .contains("2026-01-02T03:04:05");
    }

    @Test
    void what_leaves_the_machine_has_no_secrets_unless_asked() throws IOException {
        Path log = folder.resolve("error.log");
        Files.writeString(log, REFUSED + "\n");
        String json = Typed.line("explain", log.toString(), "--json").out();
        assertThat(json).doesNotContain("geheim").doesNotContain("192.0.2.77");
        String raw = Typed.line("explain", log.toString(), "--json", "--raw").out();
        assertThat(raw).contains("geheim").contains("192.0.2.77");
    }

    @Test
    void a_healthy_log_is_fine() throws IOException {
        Path log = folder.resolve("access.log");
        Files.writeString(
                log,
                "192.0.2.1 - - [02/Jan/2026:03:04:05 +0000] \"GET / HTTP/1.1\" 200 9 \"-\" \"x\"\n");
        Typed typed = Typed.line("explain", log.toString());
        assertThat(typed.exit()).isEqualTo(Exit.FINE);
    }

    @Test
    void times_bound_what_counts() throws IOException {
        Path log = folder.resolve("error.log");
        Files.writeString(log, REFUSED + "\n");
        String name = log.toString();
        Typed before = Typed.line("explain", name, "--zone", "UTC", "--until", "2026-01-02");
        assertThat(before.exit()).isEqualTo(Exit.FINE);
        Typed after = Typed.line("explain", name, "--zone", "UTC", "--since", "2026-01-02");
        assertThat(after.exit()).isEqualTo(Exit.PROBLEM);
    }

    @Test
    void nothing_to_read_is_wrong_usage() {
        Typed typed = Typed.line("explain", folder.resolve("absent.log").toString());
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.out()).contains("absent.log");
    }

    @Test
    void wrong_options_are_named_with_what_was_expected() {
        assertThat(Typed.line("explain", "--since", "soon", "x").err())
                .contains("soon")
                .contains("yesterday");
        assertThat(Typed.line("explain", "--zone", "Mars", "x").err()).contains("Mars");
        assertThat(Typed.line("explain", "--audience", "boss", "x").err()).contains("owner");
        Typed empty = Typed.line("explain", "--since", "1h", "--until", "2h", "x");
        assertThat(empty.exit()).isEqualTo(Exit.WRONG);
        assertThat(empty.err()).contains("--since 1h is not before --until 2h");
        Typed format = Typed.line("explain", "--format", "$host\u001b[2J", "x");
        assertThat(format.exit()).isEqualTo(Exit.WRONG);
        assertThat(format.err()).contains("$host\\x1b[2J: there is no $status in it");
    }

    @Test
    void a_file_of_cases_is_scored() throws IOException {
        Path cases = folder.resolve("cases.jsonl");
        Files.writeString(
                cases,
                "{\"lines\":[\"no resolver defined to resolve app.test\"],"
                        + "\"cause\":\"dns-resolver-missing\",\"confidence\":\"confirmed\"}\n"
                        + "{\"lines\":[\"all is well\"],\"cause\":\"disk-full\"}\n");
        Typed typed = Typed.line("explain", "--cases", cases.toString(), "--json");
        assertThat(typed.exit()).isEqualTo(Exit.FINE);
        assertThat(typed.out())
                .contains(
                        "\"summary\":{\"total\":2,\"first\":0.5,\"top3\":0.5,\"tolerantFirst\":0.5");
    }

    @Test
    void a_broken_case_names_file_and_line() throws IOException {
        Path cases = folder.resolve("cases.jsonl");
        Files.writeString(cases, "{\"lines\":[\"a\"],\"cause\":\"x\"}\n{\"lines\":[]}\n");
        Typed typed = Typed.line("explain", "--cases", cases.toString());
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err()).contains("cases.jsonl:2").contains("cause");
    }

    @Test
    void a_format_of_ones_own_is_read() throws IOException {
        Path log = folder.resolve("own.log");
        Files.writeString(log, "<<504|GET /slow HTTP/1.1|10.0.0.9:80>>\n");
        Typed typed =
                Typed.line(
                        "explain",
                        log.toString(),
                        "--format",
                        "<<$status|$request|$upstream_addr>>",
                        "--json");
        assertThat(typed.exit()).isEqualTo(Exit.PROBLEM);
        assertThat(typed.out()).contains("10.0.0.9:80");
    }

    @Test
    void followed_stories_are_documents_a_line_and_never_a_page() throws IOException {
        Path log = folder.resolve("error.log");
        Files.writeString(log, REFUSED + "\n");
        Typed page = Typed.line("explain", "--follow", "--html", log.toString());
        assertThat(page.exit()).isEqualTo(Exit.WRONG);
        assertThat(page.err()).contains("a page cannot grow");
        String json = Typed.line("explain", log.toString(), "--json").out();
        assertThat(json.lines()).hasSize(1);
        assertThat(json).endsWith("}\n");
    }
}
