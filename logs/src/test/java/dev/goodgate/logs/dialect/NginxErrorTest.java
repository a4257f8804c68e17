package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.line.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NginxErrorTest {
    private static final String TAIL =
            ", client: 192.0.2.1, server: shop.test, request: \"GET /a?b=1 HTTP/1.1\", upstream:"
                    + " \"http://10.0.0.1:80/a?b=1\", host: \"www.shop.test\", referrer:"
                    + " \"https://www.shop.test/\"";
    private static final String FIELDS =
            " upstream=10.0.0.1:80 scheme=http method=GET path=/a host=www.shop.test"
                    + " client=192.0.2.1";
    private static final String REFUSED =
            "connect() failed (111: Connection refused) while connecting to upstream";

    @Test
    void a_whole_line_yields_its_fields() {
        String line = "2026/01/02 03:04:05 [error] 7#9: *12 " + REFUSED + TAIL;
        assertThat(Said.of(line)).isEqualTo("nginx-error" + FIELDS + " pid=7");
        assertThat(Said.message(line)).isEqualTo(REFUSED);
    }

    @Test
    void a_line_cut_at_its_start_yields_the_rest() {
        String cut = REFUSED + TAIL;
        assertThat(Said.of("[crit] 7#7: *12 " + cut)).isEqualTo("nginx-error" + FIELDS + " pid=7");
        assertThat(Said.of("26/01/02 03:04:05 [warn] 7#7: *12 " + cut))
                .isEqualTo("nginx-error" + FIELDS + " pid=7");
        assertThat(Said.of("7#7: *12 " + cut)).isEqualTo("nginx-error" + FIELDS + " pid=7");
        assertThat(Said.of("*12 " + cut)).isEqualTo("nginx-error" + FIELDS);
        assertThat(Said.of(cut)).isEqualTo("nginx-error" + FIELDS);
        assertThat(Said.of("connecting to upstream" + TAIL)).isEqualTo("nginx-error" + FIELDS);
        assertThat(Said.message("*12 " + cut)).isEqualTo(REFUSED);
    }

    @Test
    void a_line_cut_at_its_end_yields_what_it_has() {
        assertThat(Said.of(REFUSED)).isEqualTo("nginx-error");
        assertThat(Said.of("*12 " + REFUSED + ", client: 192.0.2.1"))
                .isEqualTo("nginx-error client=192.0.2.1");
        assertThat(Said.of("*12 " + REFUSED + ", client: 192.0.2.1, server: _, request: \"POST /a"))
                .isEqualTo("nginx-error method=POST path=/a client=192.0.2.1");
        assertThat(Said.of(REFUSED + ", client: 192.0.2.1, upstream: \"http://10.0"))
                .isEqualTo("nginx-error upstream=10.0 scheme=http client=192.0.2.1");
        assertThat(Said.of("upstream prematurely closed connection while reading upstream"))
                .isEqualTo("nginx-error");
    }

    @Test
    void sockets_and_schemes_of_upstreams_are_told() {
        assertThat(upstream("fastcgi://unix:/run/php/a.sock:"))
                .isEqualTo("nginx-error upstream=/run/php/a.sock scheme=fastcgi");
        assertThat(upstream("uwsgi://unix:///run/app.sock:"))
                .isEqualTo("nginx-error upstream=/run/app.sock scheme=uwsgi");
        assertThat(upstream("http://unix:/run/app.sock:/a/b"))
                .isEqualTo("nginx-error upstream=/run/app.sock scheme=http");
        assertThat(upstream("http://[::1]:3000/a"))
                .isEqualTo("nginx-error upstream=[::1]:3000 scheme=http");
        assertThat(upstream("grpc://10.0.0.1:50051"))
                .isEqualTo("nginx-error upstream=10.0.0.1:50051 scheme=grpc");
    }

    private static String upstream(String field) {
        return Said.of("*1 recv() failed while reading upstream, upstream: \"" + field + "\"");
    }

    @Test
    void without_the_field_the_message_names_the_upstream() {
        assertThat(
                        Said.of(
                                "connect() to unix:/run/app.sock failed (13: Permission denied)"
                                        + " while connecting to upstream"))
                .isEqualTo("nginx-error upstream=/run/app.sock");
        assertThat(
                        Said.of(
                                "[crit] 7#7: *1 connect() to 10.0.0.1:81 failed (99: Cannot assign"
                                        + " requested address) while connecting to upstream"))
                .isEqualTo("nginx-error upstream=10.0.0.1:81 pid=7");
        assertThat(
                        Said.of(
                                "nginx: [emerg] host not found in upstream \"app:9000\" in /etc/n.conf:2"))
                .isEqualTo("nginx-error upstream=app:9000");
        assertThat(Said.of("[emerg] host not found in upstream \"app\" in /etc/n.conf:2"))
                .isEqualTo("nginx-error upstream=app");
        assertThat(
                        Said.of(
                                "*4 app.internal could not be resolved (3: Host not found), client:"
                                        + " 192.0.2.1, server: a, request: \"GET / HTTP/1.1\""))
                .isEqualTo(
                        "nginx-error upstream=app.internal method=GET path=/ host=a"
                                + " client=192.0.2.1");
        assertThat(
                        Said.of(
                                "2026/01/02 03:04:05 [error] 7#7: *1 no resolver defined to resolve app"))
                .isEqualTo("nginx-error upstream=app pid=7");
        assertThat(Said.of("failed while connecting to upstream: \"http://10.0.0.1:80/a\""))
                .isEqualTo("nginx-error upstream=10.0.0.1:80 scheme=http");
        assertThat(
                        Said.of(
                                "failed while connecting to upstream, client 192.0.2.1; upstream \"10.0.0.1:80/\""))
                .isEqualTo("nginx-error upstream=10.0.0.1:80");
    }

    @Test
    void no_live_upstreams_names_the_group() {
        assertThat(
                        Said.of(
                                "2026/01/02 03:04:05 [error] 7#7: *1 no live upstreams while"
                                        + " connecting to upstream, client: 192.0.2.1, server: _,"
                                        + " request: \"GET / HTTP/1.1\", upstream: \"http://app/\""))
                .isEqualTo(
                        "nginx-error upstream=app scheme=http route=app method=GET path=/"
                                + " client=192.0.2.1 pid=7");
    }

    @Test
    void the_servers_name_stands_in_for_the_host() {
        String line = "*1 x while connecting to upstream, client: 192.0.2.1, server: ";
        assertThat(Said.of(line + "shop.test, request: \"GET /\""))
                .isEqualTo("nginx-error method=GET path=/ host=shop.test client=192.0.2.1");
        assertThat(Said.of(line + "~^(.+)$, request: \"GET /\""))
                .isEqualTo("nginx-error method=GET path=/ client=192.0.2.1");
        assertThat(Said.of(line + ", request: \"GET /\""))
                .isEqualTo("nginx-error method=GET path=/ client=192.0.2.1");
    }

    @Test
    void what_php_says_inside_is_part_of_the_message() {
        String line =
                "2026/01/02 03:04:05 [error] 7#7: *1 FastCGI sent in stderr: \"PHP message: PHP"
                        + " Fatal error:  Uncaught Error: no\" while reading response header from"
                        + " upstream"
                        + TAIL;
        assertThat(Said.of(line)).isEqualTo("nginx-error" + FIELDS + " pid=7");
        assertThat(Said.message(line)).contains("PHP Fatal error:  Uncaught").endsWith("upstream");
    }

    @Test
    void other_lines_are_not_nginxs() {
        assertThat(Said.of("")).doesNotStartWith("nginx");
        assertThat(Said.of("I sat for a while reading books")).doesNotStartWith("nginx");
        assertThat(Said.of("[error] something went wrong")).doesNotStartWith("nginx");
        assertThat(Said.of("*12 apples")).doesNotStartWith("nginx");
        assertThat(Said.of("see issue 7#7: no")).doesNotStartWith("nginx");
    }

    @Test
    void a_wrapper_lends_time_and_process() {
        Line line = new Line("*1 " + REFUSED, 5, "nginx", "web", 31, true);
        assertThat(Said.of(line)).isEqualTo("nginx-error pid=31");
        assertThat(Dialects.KNOWN.read(line, Said.CLOCK).orElseThrow().micros()).isEqualTo(5);
    }

    @Test
    void no_cut_and_no_spoilt_line_throws() {
        Said.neverThrows(
                List.of(
                        "2026/01/02 03:04:05 [error] 7#9: *12 " + REFUSED + TAIL,
                        "*1 a while reading upstream, upstream: \"fastcgi://unix:/run/a.sock:\"",
                        "nginx: [emerg] host not found in upstream \"app:9000\" in /etc/n.conf:2",
                        "*1 x could not be resolved (3: Host not found), client: , server: , ",
                        "*1 a, request: \"GET /\", upstream: \"http://x/\" HTTP/1.1\", host: \"\\\""));
    }
}
