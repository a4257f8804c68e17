package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goodgate.logs.line.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogFormatTest {
    private static final String UPSTREAMS =
            "$remote_addr [$time_local] \"$request\" $status $upstream_addr $upstream_status"
                    + " $request_time $host";

    private static String said(String format, String line) {
        return LogFormat.of(format).read(Line.bare(line), Said.CLOCK).map(Said::words).orElse("no");
    }

    @Test
    void variables_are_read_where_the_format_has_them() {
        assertThat(
                        said(
                                UPSTREAMS,
                                "192.0.2.1 [02/Jan/2026:03:04:05 +0000] \"GET /a HTTP/1.1\" 502"
                                        + " 10.0.0.1:80 502 0.003 shop.test"))
                .isEqualTo(
                        "nginx-access-format status=502 upstreamStatus=502 millis=3"
                                + " upstream=10.0.0.1:80 method=GET path=/a host=shop.test"
                                + " client=192.0.2.1 signs=access.502");
    }

    @Test
    void a_list_of_tries_is_one_value() {
        assertThat(
                        said(
                                UPSTREAMS,
                                "192.0.2.1 [x] \"GET /a HTTP/1.1\" 500 10.0.0.1:80, 10.0.0.2:80 :"
                                        + " 10.0.0.3:80 502, 502 : 500 0.003 shop.test"))
                .contains("upstreamStatus=500 millis=3 upstream=10.0.0.3:80")
                .contains("host=shop.test");
    }

    @Test
    void a_whole_directive_is_understood() {
        String directive =
                """
                log_format  timed  escape=json '$remote_addr - ${remote_user} $time_local '
                                   '"$request" $status $body_bytes_sent '
                                   '"$http_x_unknown" rt=$request_time';
                """;
        assertThat(
                        said(
                                directive,
                                "192.0.2.1 - - 02/Jan/2026:03:04:05 +0000 \"GET /a HTTP/1.1\" 504 9"
                                        + " \"say \\\"hi\\\"\" rt=60.000"))
                .isEqualTo(
                        "nginx-access-format status=504 millis=60000 method=GET path=/a"
                                + " client=192.0.2.1 signs=access.504");
    }

    @Test
    void a_cut_line_yields_what_it_has_and_a_strange_one_nothing() {
        assertThat(said(UPSTREAMS, "192.0.2.1 [x] \"GET /a HTTP/1.1\" 502 10.0"))
                .isEqualTo(
                        "nginx-access-format status=502 upstream=10.0 method=GET path=/a"
                                + " client=192.0.2.1 signs=access.502");
        assertThat(said(UPSTREAMS, "hello")).isEqualTo("no");
        assertThat(said("$status $request", "20 GET /")).isEqualTo("no");
        assertThat(said("[$status", "502")).isEqualTo("no");
        assertThat(said("${status", "502"))
                .isEqualTo("nginx-access-format status=502 signs=access.502");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "$", "${", "status", "$remote_addr", "log_format main '", "$statuses"})
    void a_format_that_could_not_tell_a_failure_is_refused(String format) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogFormat.of(format))
                .withMessage("there is no $status in it");
    }

    @Test
    void no_cut_line_throws() {
        String line = "192.0.2.1 [x] \"GET /\\\" a\" 502 10.0.0.1:80, b : c 502, 1 : - 0.003 s";
        for (String format :
                List.of(
                        UPSTREAMS,
                        "$a$b$status",
                        "$status $upstream_addr ",
                        "$time_local +$status")) {
            LogFormat read = LogFormat.of(format);
            for (int i = 0; i <= line.length(); i++) {
                assertThat(read.read(Line.bare(line.substring(i)), Said.CLOCK)).isNotNull();
                assertThat(read.read(Line.bare(line.substring(0, i)), Said.CLOCK)).isNotNull();
            }
        }
    }
}
