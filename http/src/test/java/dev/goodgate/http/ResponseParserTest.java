package dev.goodgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseParserTest {

    private final ResponseParser parser = new ResponseParser(Limits.responses());
    private final Head head = new Head();

    private Progress parse(String text) {
        return parser.parse(Wire.buffer(text), head);
    }

    private String value(int f) {
        return head.text(head.valueStart(f), head.valueEnd(f));
    }

    private Rule.Kind broken(String text) {
        assertThat(parse(text)).as(text).isEqualTo(Progress.BROKEN);
        return parser.violation().rule().kind();
    }

    @Test
    void a_response_is_read_into_spans() {
        ByteBuf in = Wire.buffer("HTTP/1.1 200 All right\r\nContent-Length: 2\r\n\r\nok");
        assertThat(parser.parse(in, head)).isEqualTo(Progress.DONE);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text(head.reasonStart(), head.reasonEnd())).isEqualTo("All right");
        assertThat(head.framing()).isEqualTo(Framing.LENGTH);
        assertThat(head.contentLength()).isEqualTo(2);
        assertThat(head.persistent()).isTrue();
        assertThat(head.repairs()).isZero();
        assertThat(in.readableBytes()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "S", "SSH-2.0-x", "HTTQ", "HTTP/x", "\u0015\u0003", "HTTP/1.1\r"})
    void what_can_be_no_status_line_is_broken_at_once(String octets) {
        assertThat(broken(octets)).isEqualTo(Rule.Kind.STATUS_LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"099", "99 OK", "1000 OK", "2x0 OK", "", "600", "200\tOK"})
    void status_codes_have_three_digits_from_100_to_599(String code) {
        assertThat(broken("HTTP/1.1 " + code + "\r\n")).isEqualTo(Rule.Kind.STATUS_LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0 200 OK\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n"})
    void other_major_versions_are_told_apart(String head) {
        assertThat(broken(head)).isEqualTo(Rule.Kind.VERSION);
    }

    @Test
    void a_missing_reason_is_repaired() {
        assertThat(parse("HTTP/1.1 200\r\n\r\n")).isEqualTo(Progress.DONE);
        assertThat(Repair.MISSING_REASON.in(head.repairs())).isTrue();
        assertThat(head.reasonStart()).isEqualTo(head.reasonEnd());
    }

    @Test
    void an_empty_reason_needs_no_repair() {
        assertThat(parse("HTTP/1.1 200 \r\n\r\n")).isEqualTo(Progress.DONE);
        assertThat(head.repairs()).isZero();
    }

    @Test
    void space_before_the_colon_is_removed() {
        assertThat(parse("HTTP/1.1 200 OK\r\nX-A : 1\r\n\r\n")).isEqualTo(Progress.DONE);
        assertThat(head.text(head.nameStart(0), head.nameEnd(0))).isEqualTo("X-A");
        assertThat(value(0)).isEqualTo("1");
        assertThat(head.repairs()).isEqualTo(Repair.SPACE_BEFORE_COLON.bit());
    }

    @Test
    void a_fold_becomes_one_space() {
        parse("HTTP/1.1 200 OK\r\nX-A: 1\r\n  \t2 \r\n 3\r\nX-B:\r\n b\r\nX-C: c\r\n \r\n\r\n");
        assertThat(value(0)).isEqualTo("1 2 3");
        assertThat(value(1)).isEqualTo("b");
        assertThat(value(2)).isEqualTo("c");
        assertThat(head.repairs()).isEqualTo(Repair.OBS_FOLD.bit());
    }

    @Test
    void bare_line_feeds_end_lines_of_a_head() {
        assertThat(parse("HTTP/1.1 200 OK\nX-A: 1\nX-B: 2\r\n\n")).isEqualTo(Progress.DONE);
        assertThat(head.fieldCount()).isEqualTo(2);
        assertThat(head.repairs()).isEqualTo(Repair.BARE_LF.bit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nocolon", "X(A): 1", ": 1", "X: a\0b", "X: a\rb", "X A: 1", "\u00e9: 1"})
    void bad_fields_are_refused(String line) {
        assertThat(broken("HTTP/1.1 200 OK\r\n" + line + "\r\n\r\n")).isEqualTo(Rule.Kind.FIELD);
    }

    @Test
    void chunked_wins_over_length_and_ends_the_connection() {
        parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(head.framing()).isEqualTo(Framing.CHUNKED);
        assertThat(head.contentLength()).isEqualTo(-1);
        assertThat(head.persistent()).isFalse();
        assertThat(head.repairs()).isEqualTo(Repair.LENGTH_AND_CODING.bit());
    }

    @Test
    void equal_lengths_become_one() {
        parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5, 5\r\n\r\n");
        assertThat(head.contentLength()).isEqualTo(5);
        assertThat(head.persistent()).isTrue();
        assertThat(head.repairs()).isEqualTo(Repair.DUPLICATE_LENGTH.bit());
    }

    @Test
    void chunked_in_http_1_0_is_read_and_ends_the_connection() {
        parse("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(head.framing()).isEqualTo(Framing.CHUNKED);
        assertThat(head.persistent()).isFalse();
        assertThat(head.repairs()).isEqualTo(Repair.CHUNKED_IN_1_0.bit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12x", "-1", "", "5\r\nContent-Length: 6", "5,6", "9223372036854775808"})
    void bad_lengths_are_refused(String length) {
        assertThat(broken("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n"))
                .isEqualTo(Rule.Kind.FRAMING);
    }

    @ParameterizedTest
    @CsvSource({"gzip, gzip", "'chunked, gzip', gzip", "chunked;a=b, chunked;a=b"})
    void other_codings_are_refused_by_name(String value, String coding) {
        assertThat(broken("HTTP/1.1 200 OK\r\nTransfer-Encoding: " + value + "\r\n\r\n"))
                .isEqualTo(Rule.Kind.CODING);
        assertThat(parser.violation().subject()).isEqualTo(coding);
    }

    @Test
    void responses_without_content_know_the_length_they_would_have() {
        for (int status : new int[] {200, 304}) {
            parser.reset(status == 200 ? Method.HEAD : Method.GET);
            parse("HTTP/1.1 " + status + " X\r\nContent-Length: 7\r\n\r\n");
            assertThat(head.framing()).isEqualTo(Framing.NONE);
            assertThat(head.contentLength()).isEqualTo(7);
        }
        parser.reset(Method.GET);
        parse("HTTP/1.1 204 X\r\nContent-Length: 7\r\n\r\n");
        assertThat(head.framing()).isEqualTo(Framing.NONE);
        assertThat(head.contentLength()).isEqualTo(-1);
    }

    @Test
    void without_a_length_the_content_ends_with_the_connection() {
        parse("HTTP/1.1 200 OK\r\n\r\n");
        assertThat(head.framing()).isEqualTo(Framing.UNTIL_CLOSE);
        assertThat(head.persistent()).isFalse();
    }

    @Test
    void large_heads_are_told_apart() {
        String line = "HTTP/1.1 200 OK\r\n";
        assertThat(broken(line + ("X: " + "a".repeat(5000) + "\r\n").repeat(200)))
                .isEqualTo(Rule.Kind.SECTION_SIZE);
        parser.reset(Method.GET);
        assertThat(broken(line + "X-Big: " + "a".repeat(200_000) + "\r\n\r\n"))
                .isEqualTo(Rule.Kind.FIELD_SIZE);
        assertThat(parser.violation().subject()).isEqualTo("X-Big");
        parser.reset(Method.GET);
        assertThat(broken(line + "X: a\r\n".repeat(1000))).isEqualTo(Rule.Kind.FIELD_COUNT);
    }
}
