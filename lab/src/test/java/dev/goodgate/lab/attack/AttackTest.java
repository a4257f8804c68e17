package dev.goodgate.lab.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goodgate.lab.attack.Report.Verdict;
import dev.goodgate.lab.attack.SmallGateway.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttackTest {
    private static final String NOTHING =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private Path file = Path.of("");

    @BeforeEach
    void lines(@TempDir Path folder) throws IOException {
        file = folder.resolve("few.jsonl");
        Files.write(
                file,
                List.of(
                        line(
                                "good",
                                "GET /a HTTP/1.1\r\nHost: good.test\r\nX-Forwarded-For: 9.9.9.9\r\n\r\n",
                                "\"status\":[200],\"closes\":null," + upstream()),
                        line(
                                "bad",
                                "GET /a<script> HTTP/1.1\r\nHost: good.test\r\n\r\n",
                                "\"status\":[400],\"closes\":true"),
                        line(
                                "deny",
                                "GET /__deny HTTP/1.1\r\nHost: good.test\r\nX-A: b\r\n\r\n",
                                "\"status\":[403],\"closes\":null")));
    }

    @Test
    void a_gateway_that_is_right_about_every_cut_is_right() throws IOException {
        Report report = run(Way.RIGHT);
        assertThat(report.inputs()).allMatch(i -> i.verdict() == Verdict.RIGHT);
        assertThat(report.faults()).isEmpty();
        assertThat(report.json()).contains("\"summary\":{\"total\":3,\"right\":3,\"wrong\":0");
    }

    @Test
    void a_relay_of_octets_is_wrong_about_every_line() throws IOException {
        Report report = run(Way.RELAYS_OCTETS);
        assertThat(report.inputs()).allMatch(i -> i.verdict() == Verdict.WRONG);
    }

    @Test
    void a_gateway_that_depends_on_segments_is_wrong_though_right_about_the_whole()
            throws IOException {
        Report.Input good = run(Way.READS_ONCE).inputs().getFirst();
        assertThat(good.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(good.cut()).isNotEqualTo("whole");
    }

    @Test
    void a_forged_client_address_is_found() throws IOException {
        Report report = run(Way.BELIEVES_THE_CLIENT);
        assertThat(report.inputs().getFirst().verdict()).isEqualTo(Verdict.WRONG);
        assertThat(report.faults()).anyMatch(fault -> fault.contains("9.9.9.9"));
    }

    @Test
    void a_refusal_without_a_close_is_wrong() throws IOException {
        assertThat(run(Way.STAYS_OPEN).inputs().get(1).faults()).contains("not closed");
    }

    @Test
    void a_request_sent_twice_is_found() throws IOException {
        assertThat(run(Way.SENDS_TWICE).inputs().getFirst().faults())
                .anyMatch(fault -> fault.startsWith("U2"));
    }

    @Test
    void markup_that_comes_back_is_found() throws IOException {
        assertThat(run(Way.REFLECTS).inputs().get(1).faults())
                .anyMatch(fault -> fault.startsWith("U5"));
    }

    @Test
    void an_upstream_request_left_open_is_found() throws IOException {
        assertThat(run(Way.NEVER_ABORTS).inputs().getFirst().faults())
                .contains("a begun upstream request was not aborted");
    }

    @Test
    void a_line_that_cannot_be_read_is_named_with_its_place() throws IOException {
        Files.writeString(file, "{\"id\":\"x\"}\n");
        assertThatThrownBy(() -> run(Way.RIGHT)).hasMessageContaining("few.jsonl:1: no status");
    }

    @Test
    void the_open_file_reads_whole() throws IOException {
        Path open = Path.of("..", "examples", "attack-harness", "h1-attacks-open.jsonl");
        assertThat(AttackLine.read(open)).hasSize(193);
    }

    private Report run(Way way) throws IOException {
        return Attack.run(
                file,
                new Attack.Target.Ours(upstream -> new SmallGateway(upstream, way)),
                new Attack.Options(16, Duration.ofSeconds(60), 4),
                System::nanoTime);
    }

    private static String line(String id, String octets, String rest) {
        return "{\"id\":\"%s\",\"bytes_b64\":\"%s\",%s}"
                .formatted(id, Base64.getEncoder().encodeToString(Octets.bytes(octets)), rest);
    }

    private static String upstream() {
        return "\"upstream\":{\"requests\":1,\"method\":\"GET\",\"target\":\"/a\",\"host\":\"good.test\","
                + "\"bodyBytes\":0,\"bodySha256\":\""
                + NOTHING
                + "\",\"absent\":[],\"present\":{\"x-forwarded-for\":\"@peer\"},"
                + "\"never\":{\"x-forwarded-for\":[\"9.9.9.9\"]}}";
    }

    @Test
    void a_line_that_is_no_json_is_named_with_its_column(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("attacks.jsonl"), "\n{\"id\": nope}\n");
        assertThatThrownBy(() -> AttackLine.read(file))
                .hasMessageStartingWith(file + ":2:8: ")
                .hasMessageContaining("'nope'")
                .message()
                .doesNotContain("Source");
    }
}
