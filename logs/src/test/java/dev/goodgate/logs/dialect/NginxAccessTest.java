package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NginxAccessTest {
    private static final String START =
            "192.0.2.1 - - [02/Jan/2026:03:04:05 +0000] \"GET /a?b HTTP/1.1\" ";
    private static final String SAID = " method=GET path=/a client=192.0.2.1";

    @Test
    void combined_lines_give_status_request_and_client() {
        assertThat(Said.of(START + "502 150 \"-\" \"curl/8\""))
                .isEqualTo("nginx-access status=502" + SAID + " signs=access.502");
        assertThat(Said.of(START + "200 15 \"-\" \"curl/8\""))
                .isEqualTo("nginx-access status=200" + SAID);
        assertThat(Said.of(START + "404 15 \"-\" \"curl/8\""))
                .isEqualTo("nginx-access status=404" + SAID);
        assertThat(Said.of("192.0.2.1 - a b [02/Jan/2026:03:04:05 +0000] \"-\" 408 0 \"-\" \"-\""))
                .isEqualTo("nginx-access status=408 client=192.0.2.1 signs=access.408");
        assertThat(
                        Said.of(
                                "192.0.2.9, 10.0.0.9 - - [02/Jan/2026:03:04:05 +0000] \"\\x16\\x03\""
                                        + " 400 150 \"-\" \"-\""))
                .isEqualTo("nginx-access status=400 client=192.0.2.9 signs=access.400");
    }

    @Test
    void each_failing_status_has_its_sign() {
        for (int status : List.of(400, 408, 413, 414, 429, 431, 499, 500, 502, 503, 504)) {
            assertThat(Said.of(START + status + " 0 \"-\" \"a\""))
                    .endsWith("signs=access." + status);
        }
        assertThat(Said.of(START + "507 0 \"-\" \"a\"")).endsWith("signs=access.5xx");
        assertThat(Said.of(START + "521 0 \"-\" \"a\"")).endsWith("signs=access.5xx");
        assertThat(Said.of(START + "403 0 \"-\" \"a\"")).doesNotContain("signs");
    }

    @Test
    void cut_lines_give_what_they_have() {
        assertThat(Said.of("\"GET /a?b HTTP/1.1\" 502 150 \"-\" \"curl\""))
                .isEqualTo("nginx-access status=502 method=GET path=/a signs=access.502");
        assertThat(Said.of("[02/Jan/2026:03:04:05 +0000] \"GET /a HTTP/1.1\" 504 160"))
                .isEqualTo("nginx-access status=504 method=GET path=/a signs=access.504");
        assertThat(Said.of(START + "502"))
                .isEqualTo("nginx-access status=502" + SAID + " signs=access.502");
        assertThat(Said.of("192.0.2.1 - - [02/Jan/2026:03:04:05 +0000] \"GET /a"))
                .doesNotStartWith("nginx");
        assertThat(Said.of("[error] \"x\" 502 1")).doesNotStartWith("nginx");
    }

    @Test
    void ingress_lines_give_the_upstream() {
        assertThat(
                        Said.of(
                                START
                                        + "502 150 \"-\" \"curl\" 94 0.003 [default-shop-80] []"
                                        + " 10.0.0.1:8080 0 0.003 502 abc"))
                .isEqualTo(
                        "nginx-access status=502 upstreamStatus=502 millis=3 upstream=10.0.0.1:8080"
                                + " route=default-shop-80"
                                + SAID
                                + " id=abc signs=access.502");
        assertThat(
                        Said.of(
                                START
                                        + "499 0 \"-\" \"curl\" 94 5.001 [default-shop-80] []"
                                        + " 10.0.0.1:80 0 5.000 - abc"))
                .isEqualTo(
                        "nginx-access status=499 millis=5001 upstream=10.0.0.1:80"
                                + " route=default-shop-80"
                                + SAID
                                + " id=abc signs=access.499");
    }

    @Test
    void of_several_tries_the_last_counts() {
        assertThat(
                        Said.of(
                                START
                                        + "504 150 \"-\" \"curl\" 94 10.003 [a-b-80] [] 10.0.0.1:80,"
                                        + " 10.0.0.2:80 : 10.0.0.3:80 0, 0 : 9 5.000, 5.000 :"
                                        + " 0.003 504, 504 : 504 abc"))
                .isEqualTo(
                        "nginx-access status=504 upstreamStatus=504 millis=10003"
                                + " upstream=10.0.0.3:80 route=a-b-80"
                                + SAID
                                + " id=abc signs=access.504,access.relayed");
    }

    @Test
    void an_answer_of_the_upstream_itself_is_relayed() {
        assertThat(Said.of(START + "503 9 \"-\" \"a\" 9 0.1 [a-b-80] [] 10.0.0.1:80 9 0.100 503 a"))
                .endsWith("signs=access.503,access.relayed");
        assertThat(Said.of(START + "502 9 \"-\" \"a\" 9 0.1 [a-b-80] [] 10.0.0.1:80 9 0.100 502 a"))
                .endsWith("signs=access.502,access.relayed");
        assertThat(Said.of(START + "502 9 \"-\" \"a\" rt=0.001 uct=\"-\" uht=\"-\" urt=\"0.001\""))
                .isEqualTo("nginx-access status=502 millis=1" + SAID + " signs=access.502");
        assertThat(
                        Said.of(
                                START
                                        + "502 9 \"-\" \"a\" rt=0.001 uct=\"0.000\" uht=\"0.001\""
                                        + " urt=\"0.001\" upstream_addr=10.0.0.1:80"
                                        + " upstream_status=502"))
                .endsWith("signs=access.502,access.relayed");
    }

    @Test
    void added_fields_are_known_by_shape() {
        assertThat(Said.of(START + "502 9 \"-\" \"a\" \"192.0.2.7\"")).doesNotContain("upstream");
        assertThat(
                        Said.of(
                                START
                                        + "504 9 \"-\" \"a\" \"-\" \"shop.test\" 60.001 60.000 10.0.0.1:80 504"))
                .isEqualTo(
                        "nginx-access status=504 upstreamStatus=504 millis=60001"
                                + " upstream=10.0.0.1:80 method=GET path=/a host=shop.test"
                                + " client=192.0.2.1 signs=access.504");
        assertThat(Said.of(START + "502 9 \"-\" \"a\" unix:/run/app.sock 0.001"))
                .contains("millis=1 upstream=/run/app.sock");
    }

    @Test
    void pairs_are_read_by_their_names() {
        assertThat(
                        Said.of(
                                "time=2026-01-02T03:04:05+00:00 remote_addr=192.0.2.1 status=502"
                                        + " upstream_status=\"502, 502\" upstream_addr=\"10.0.0.1:80,"
                                        + " 10.0.0.2:80\" request=\"GET /a HTTP/1.1\""
                                        + " request_time=0.010 host=shop.test"))
                .isEqualTo(
                        "nginx-access-pairs status=502 upstreamStatus=502 millis=10"
                                + " upstream=10.0.0.2:80 method=GET path=/a host=shop.test"
                                + " client=192.0.2.1 signs=access.502");
        assertThat(Said.of("host:shop.test\tstatus:503\tmethod:GET\turi:/a\trequest_time:0.2"))
                .isEqualTo(
                        "nginx-access-pairs status=503 millis=200 method=GET path=/a host=shop.test"
                                + " signs=access.503");
        assertThat(Said.of("at=error code=H12 method=GET path=/ status=503"))
                .doesNotStartWith("nginx");
    }

    @Test
    void json_is_read_by_the_names_of_variables() {
        assertThat(
                        Said.of(
                                "{\"time_iso8601\":\"2026-01-02T03:04:05+00:00\",\"remote_addr\":"
                                        + "\"192.0.2.1\",\"request\":\"POST /a HTTP/2.0\",\"status\":"
                                        + "\"504\",\"upstream_addr\":\"10.0.0.1:80\","
                                        + "\"upstream_status\":\"504\",\"request_time\":\"60.002\","
                                        + "\"http_host\":\"shop.test\",\"request_id\":\"abc\"}"))
                .isEqualTo(
                        "nginx-access-json status=504 upstreamStatus=504 millis=60002"
                                + " upstream=10.0.0.1:80 method=POST path=/a host=shop.test"
                                + " client=192.0.2.1 id=abc signs=access.504");
        assertThat(
                        Said.of(
                                "{\"msec\": 1767323045.123, \"status\": 500, \"request_method\":"
                                        + " \"GET\", \"uri\": \"/a\", \"request_time\": 0.5,"
                                        + " \"upstream_status\": \"500\", \"upstream_addr\":"
                                        + " \"10.0.0.1:80\", \"upstream_response_time\": \"0.5"))
                .isEqualTo(
                        "nginx-access-json status=500 upstreamStatus=500 millis=500"
                                + " upstream=10.0.0.1:80 method=GET path=/a"
                                + " signs=access.500,access.relayed");
        assertThat(Said.of("{\"status\":502,\"request\":{\"uri\":\"/a\",\"remote_addr\":\"a\"}}"))
                .doesNotStartWith("nginx");
        assertThat(Said.of("{\"status\":\"ok\"}")).doesNotStartWith("nginx");
    }

    @Test
    void unknown_formats_are_guessed() {
        assertThat(
                        Said.of(
                                "[2026-01-02T03:04:05+00:00] - 192.0.2.1 - - 502 - \"GET /a"
                                        + " HTTP/1.1\" - 732 - \"-\" - \"curl\" - 10.0.0.1:80 -"
                                        + " shop.test - 0.005 - 0.004"))
                .isEqualTo(
                        "nginx-access-custom status=502 millis=5 upstream=10.0.0.1:80 method=GET"
                                + " path=/a host=shop.test client=192.0.2.1 signs=access.502");
        assertThat(
                        Said.of(
                                "192.0.2.1|2026-01-02T03:04:05+00:00|\"GET /a HTTP/1.1\"|503|0.100|10.0.0.1:80"))
                .isEqualTo(
                        "nginx-access-custom status=503 millis=100 upstream=10.0.0.1:80 method=GET"
                                + " path=/a client=192.0.2.1 signs=access.503");
        assertThat(Said.of("see \"GET /error-502.html HTTP/1.1\" there")).doesNotStartWith("nginx");
        assertThat(
                        Said.of(
                                "2026-01-02T03:04:05.123456Z elb 192.0.2.1:5 10.0.0.1:80 0.0 0.0 0.0"
                                        + " 502 502 0 57 \"GET http://a:80/ HTTP/1.1\""))
                .doesNotStartWith("nginx");
    }

    @Test
    void no_cut_and_no_spoilt_line_throws() {
        Said.neverThrows(
                List.of(
                        START
                                + "502 1 \"-\" \"c\" 94 0.003 [a] [] 10.0.0.1:80, b:80 : c:80 0 0 - 5",
                        START + "502 9 \"\\\"\" \"a\" rt=0.001 uct=\"-\" uht= urt=\"0.001\"",
                        "status=502 upstream_status=\"502, - : \" rt=1.2.3 request=\"",
                        "{\"status\":502,\"request_time\":[{}],\"a\":{\"b\":\"\\\"}\"},\"c\":\"\\",
                        "a|\"GET / HTTP/1.1\"|5000|[|502|,|:|\"",
                        "\"GET / HTTP/1.1\" 999999999999999999999 \t"));
    }
}
