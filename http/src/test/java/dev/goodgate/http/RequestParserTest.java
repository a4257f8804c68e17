package dev.goodgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestParserTest {

    private final RequestParser parser = new RequestParser(Limits.requests());
    private final Head head = new Head();

    private Progress parse(String text) {
        return parser.parse(Wire.buffer(text), head);
    }

    private Rule broken(String text) {
        assertThat(parse(text)).isEqualTo(Progress.BROKEN);
        return parser.violation().rule();
    }

    @Test
    void a_request_is_read_into_spans() {
        assertThat(parse("GET /a/b?c=d HTTP/1.1\r\nHost: good.test:80\r\nX-A:  1 \r\n\r\n"))
                .isEqualTo(Progress.DONE);
        assertThat(head.methodId()).isEqualTo(Method.GET);
        assertThat(head.text(head.methodStart(), head.methodEnd())).isEqualTo("GET");
        assertThat(head.text(head.targetStart(), head.targetEnd())).isEqualTo("/a/b?c=d");
        assertThat(head.text(head.pathStart(), head.pathEnd())).isEqualTo("/a/b");
        assertThat(head.text(head.queryStart(), head.queryEnd())).isEqualTo("?c=d");
        assertThat(head.text(head.hostStart(), head.hostEnd())).isEqualTo("good.test");
        assertThat(head.text(head.authorityStart(), head.authorityEnd())).isEqualTo("good.test:80");
        assertThat(head.fieldCount()).isEqualTo(2);
        assertThat(head.nameId(0)).isEqualTo(FieldName.HOST);
        assertThat(head.nameId(1)).isZero();
        assertThat(head.text(head.valueStart(1), head.valueEnd(1))).isEqualTo("1");
        assertThat(head.plainPath()).isTrue();
        assertThat(head.persistent()).isTrue();
        assertThat(head.framing()).isEqualTo(Framing.NONE);
    }

    @Test
    void octets_behind_the_head_stay_in_the_buffer() {
        ByteBuf in = Wire.buffer("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
        assertThat(parser.parse(in, head)).isEqualTo(Progress.DONE);
        assertThat(in.readableBytes()).isEqualTo(5);
        assertThat(head.length()).isEqualTo(in.readerIndex());
        assertThat(head.framing()).isEqualTo(Framing.LENGTH);
        assertThat(head.contentLength()).isEqualTo(5);
    }

    @Test
    void a_head_larger_than_the_first_slab_grows_it() {
        String value = "v".repeat(20_000);
        assertThat(parse("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + value + "\r\n\r\n"))
                .isEqualTo(Progress.DONE);
        assertThat(head.text(head.valueStart(1), head.valueEnd(1))).isEqualTo(value);
    }

    @Test
    void parser_and_head_serve_request_after_request() {
        String one = "GET /one HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n";
        ByteBuf in = Wire.buffer(one + "\r\nGET /two HTTP/1.0\r\n\r\n");
        assertThat(parser.parse(in, head)).isEqualTo(Progress.DONE);
        parser.reset();
        head.clear();
        assertThat(parser.started()).isFalse();
        assertThat(parser.parse(in, head)).isEqualTo(Progress.DONE);
        assertThat(head.text(head.pathStart(), head.pathEnd())).isEqualTo("/two");
        assertThat(head.fieldCount()).isZero();
        assertThat(head.has(FieldName.HOST)).isFalse();
        assertThat(head.persistent()).isFalse();
        assertThat(head.hostStart()).isEqualTo(head.hostEnd());
    }

    @Test
    void a_released_head_borrows_again() {
        parse("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
        head.release();
        assertThat(head.octets()).isEmpty();
        parser.reset();
        assertThat(parse("GET /two HTTP/1.1\r\nHost: a\r\n\r\n")).isEqualTo(Progress.DONE);
    }

    @Test
    void empty_lines_do_not_start_a_request() {
        assertThat(parse("\r\n\r\n")).isEqualTo(Progress.MORE);
        assertThat(parser.started()).isFalse();
        assertThat(parse("G")).isEqualTo(Progress.MORE);
        assertThat(parser.started()).isTrue();
    }

    @Test
    void absolute_form_wins_over_host() {
        parse("GET http://www.good.test:8080?q HTTP/1.1\r\nHost: good.test\r\n\r\n");
        assertThat(head.text(head.authorityStart(), head.authorityEnd()))
                .isEqualTo("www.good.test:8080");
        assertThat(head.pathStart()).isEqualTo(head.pathEnd());
        assertThat(head.text(head.queryStart(), head.queryEnd())).isEqualTo("?q");
    }

    @ParameterizedTest
    @CsvSource({
        "/a, true",
        "/, true",
        "/a/, true",
        "/.well-known/x, true",
        "/a/...b, true",
        "/a//b, false",
        "//, false",
        "/./a, false",
        "/a/.., false",
        "/a;b, false",
        "/%41, false"
    })
    void a_plain_path_has_one_view(String path, boolean plain) {
        parse("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(head.plainPath()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /a|b HTTP/1.1, true",
        "GET /a{b}^` HTTP/1.1, true",
        "GET /a\\b HTTP/1.1, false",
        "GET /a<b HTTP/1.1, false"
    })
    void browsers_may_send_some_octets_raw(String line, boolean fine) {
        assertThat(parse(line + "\r\nHost: a\r\n\r\n"))
                .isEqualTo(fine ? Progress.DONE : Progress.BROKEN);
        var strict = new RequestParser(Limits.requests().withStrictPath(true));
        assertThat(strict.parse(Wire.buffer(line + "\r\nHost: a\r\n\r\n"), new Head()))
                .isEqualTo(Progress.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[::1]", "[::1]:80", "[1:2:3:4:5:6:7:8]", "[::ffff:1.2.3.4]", "a%41b"})
    void hosts_may_be_names_and_addresses(String host) {
        assertThat(parse("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n")).isEqualTo(Progress.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]", "[::1", "[:::]", "[1:2]", "[1:2:3:4:5:6:7:8:9]", "[::1%25lo]", "[12345::]",
                "[::1.2.3]", "[::1.2.3.04]", "[1::2::3]", "[1:2:3:4:5:6:7:]", "a,b", "a@b", "a:b",
                "a:65536", "a:80:80", "a/b", "a b", "[1::2:3:4:5:6:7:8]"
            })
    void other_hosts_are_refused(String host) {
        assertThat(broken("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status()).isEqualTo(400);
    }

    @Test
    void connection_nominates_fields_but_never_framing() {
        parse(
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: close, X-A, Host\r\nx-a: 1\r\nX-B: 2\r\n\r\n");
        assertThat(head.persistent()).isFalse();
        assertThat(head.nominated(0)).isFalse();
        assertThat(head.nominated(2)).isTrue();
        assertThat(head.nominated(3)).isFalse();
        assertThat(head.hasToken(FieldName.CONNECTION, "x-a")).isTrue();
    }

    @Test
    void a_violation_names_rule_place_and_octets() {
        assertThat(broken("GET /a HTTP/1.1\r\nHost: a\r\nX A: 1\r\n\r\n"))
                .isEqualTo(Rule.FIELD_NAME);
        assertThat(parser.violation().offset()).isEqualTo(27);
        assertThat(parser.violation().escaped()).isEqualTo("X A: 1\\r\\n\\r\\n");
        assertThat(head.minor()).isEqualTo(1);
    }

    @Test
    void limits_are_refused_with_their_status() {
        assertThat(broken("GET /" + "a".repeat(9000)).status()).isEqualTo(414);
        parser.reset();
        assertThat(broken("A".repeat(65) + " / HTTP/1.1\r\n").status()).isEqualTo(501);
        parser.reset();
        assertThat(broken("GET / HTTP/1.1\r\nX: " + "a".repeat(33_000)).status()).isEqualTo(431);
        parser.reset();
        assertThat(broken("GET / HTTP/1.1\r\n" + "X: a\r\n".repeat(101)).status()).isEqualTo(431);
        parser.reset();
        assertThat(broken("GET / HTTP/2.0\r\n").status()).isEqualTo(505);
        parser.reset();
        assertThat(broken("\r\n\r\n\r\n\r\n\r\n")).isEqualTo(Rule.EMPTY_LINES);
    }
}
