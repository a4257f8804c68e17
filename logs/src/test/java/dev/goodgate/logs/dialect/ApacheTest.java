package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.line.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApacheTest {
    private static final String HEAD =
            "[Fri Jan 02 03:04:05.123456 2026] [proxy:error] [pid 12:tid 34] ";
    private static final String CLF =
            "192.0.2.1 - - [02/Jan/2026:03:04:05 +0000] \"GET /a HTTP/1.1\" ";
    private static final String SAID = " method=GET path=/a client=192.0.2.1";

    @Test
    void a_line_of_2_4_yields_its_fields() {
        String line =
                HEAD
                        + "(111)Connection refused: AH00957: HTTP: attempt to connect to"
                        + " 127.0.0.1:8000 (localhost) failed";
        assertThat(Said.of(line)).isEqualTo("apache-error upstream=127.0.0.1:8000 pid=12");
        assertThat(Said.message(line)).startsWith("(111)Connection refused: AH00957: HTTP");
        assertThat(
                        Said.of(
                                HEAD
                                        + "[client 192.0.2.1:5123] AH00898: Error reading from remote"
                                        + " server returned by /a/b, referer: http://shop.test/"))
                .isEqualTo("apache-error method=GET path=/a/b client=192.0.2.1 pid=12");
    }

    @Test
    void the_client_stands_before_or_behind_the_errno() {
        String line =
                "[Fri Jan 02 03:04:05.123456 2026] [proxy_http:error] [pid 9] (70007)The timeout"
                        + " specified has expired: [client 192.0.2.1:5] AH01102: error reading status"
                        + " line from remote server app.internal:8000";
        assertThat(Said.of(line))
                .isEqualTo("apache-error upstream=app.internal:8000 client=192.0.2.1 pid=9");
        assertThat(Said.message(line))
                .isEqualTo(
                        "(70007)The timeout specified has expired: AH01102: error reading status"
                                + " line from remote server app.internal:8000");
        assertThat(
                        Said.of(
                                "[Fri Jan 02 03:04:05 2026] [error] [client 192.0.2.1] File does not exist"))
                .isEqualTo("apache-error client=192.0.2.1");
    }

    @Test
    void lines_of_2_2_and_cut_ones_are_known() {
        assertThat(
                        Said.of(
                                "[Fri Jan 02 03:04:05 2026] [error] (111)Connection refused: proxy:"
                                        + " HTTP: attempt to connect to 10.0.0.1:81 (app) failed"))
                .isEqualTo("apache-error upstream=10.0.0.1:81");
        assertThat(
                        Said.of(
                                "[proxy_fcgi:error] [pid 3:tid 4] [client ::1:50000] AH01071: Got error 'x'"))
                .isEqualTo("apache-error client=::1 pid=3");
        assertThat(Said.of("AH01114: HTTP: failed to make connection to backend: app"))
                .isEqualTo("apache-error upstream=app");
        assertThat(Said.of("(111)Connection refused: AH00957: FCGI: attempt to connect"))
                .isEqualTo("apache-error");
        assertThat(Said.of("proxy: error reading status line from remote server localhost:8080"))
                .isEqualTo("apache-error upstream=localhost:8080");
        assertThat(Said.of("AH00526: Syntax error on line 3 of /etc/apache2/a.conf:"))
                .isEqualTo("apache-error");
    }

    @Test
    void sockets_workers_and_names_are_told() {
        assertThat(
                        Said.of(
                                HEAD
                                        + "(2)No such file or directory: AH02454: FCGI: attempt to"
                                        + " connect to Unix domain socket /run/php/a.sock (*) failed"))
                .isEqualTo("apache-error upstream=/run/php/a.sock pid=12");
        assertThat(
                        Said.of(
                                HEAD
                                        + "AH00959: ap_proxy_connect_backend disabling worker for (app) for 60s"))
                .isEqualTo("apache-error route=app pid=12");
        assertThat(
                        Said.of(
                                HEAD
                                        + "[client 192.0.2.1:5] AH00940: HTTP: disabled connection for (app)"))
                .isEqualTo("apache-error route=app client=192.0.2.1 pid=12");
        assertThat(Said.of(HEAD + "AH00895: DNS lookup failure for: app.internal returned by /x"))
                .isEqualTo("apache-error upstream=app.internal method=GET path=/x pid=12");
        assertThat(Said.of("AH01144: No protocol handler was valid for the URL /a (scheme 'ws')."))
                .isEqualTo("apache-error method=GET path=/a");
        assertThat(Said.of(HEAD + "ModSecurity: Access denied with code 403 (phase 2)"))
                .isEqualTo("apache-error status=403 pid=12");
    }

    @Test
    void other_lines_with_brackets_are_not_apaches() {
        assertThat(Said.of("[2026-01-02 03:04:05.123][12][error][main] x"))
                .doesNotStartWith("apache");
        assertThat(Said.of("[info] hello")).doesNotStartWith("apache");
        assertThat(Said.of("AHEAD: 12345")).doesNotStartWith("apache");
        assertThat(Said.of("[main:error] hello")).doesNotStartWith("apache");
    }

    @Test
    void common_lines_are_apaches() {
        assertThat(Said.of(CLF + "503 299"))
                .isEqualTo("apache-access status=503" + SAID + " signs=access.503");
        assertThat(Said.of(CLF + "200 -")).isEqualTo("apache-access status=200" + SAID);
        assertThat(Said.of("::1 - - [02/Jan/2026:03:04:05 +0000] \"OPTIONS * HTTP/1.0\" 200 126"))
                .isEqualTo("apache-access status=200 method=OPTIONS path=* client=::1");
    }

    @Test
    void durations_and_virtual_hosts_tell_apache() {
        assertThat(Said.of(CLF + "502 9 \"-\" \"a\" 60012345"))
                .isEqualTo("apache-access status=502 millis=60012" + SAID + " signs=access.502");
        assertThat(Said.of(CLF + "502 9 \"-\" \"a\" 60"))
                .isEqualTo("apache-access status=502 millis=60000" + SAID + " signs=access.502");
        assertThat(Said.of(CLF + "502 9 \"-\" \"a\" 3/3001234"))
                .isEqualTo("apache-access status=502 millis=3001" + SAID + " signs=access.502");
        assertThat(Said.of("shop.test:443 " + CLF + "504 9 \"-\" \"a\""))
                .isEqualTo(
                        "apache-access status=504 method=GET path=/a host=shop.test"
                                + " client=192.0.2.1 signs=access.504");
        assertThat(Said.of(new Line(CLF + "500 9 \"-\" \"a\"", 5, "apache2", "", 3, false)))
                .isEqualTo("apache-access status=500" + SAID + " pid=3 signs=access.500");
    }

    @Test
    void no_cut_and_no_spoilt_line_throws() {
        Said.neverThrows(
                List.of(
                        HEAD + "(2)No: [client 192.0.2.1:5] AH02454: FCGI: attempt to connect to (",
                        HEAD + "[client ] AH00898: worker for (a) x returned by /, referer: ",
                        "[Fri Jan 02 03:04:05 2026] [error] with code 4 DNS lookup failure for: ,;)",
                        "shop.test:443 " + CLF + "504 9 \"-\" \"a\" 1/999999999999999"));
    }
}
