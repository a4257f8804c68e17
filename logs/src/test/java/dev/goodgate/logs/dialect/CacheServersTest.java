package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.line.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CacheServersTest {
    private static final String START = "1767323045.123    120 192.0.2.1 ";
    private static final String END =
            " 3900 GET http://shop.test/a - HIER_DIRECT/10.0.0.1 text/html";
    private static final String SAID =
            " upstream=10.0.0.1 method=GET path=/a host=shop.test client=192.0.2.1";

    @Test
    void squids_native_lines_are_read() {
        assertThat(Said.of(START + "TCP_MISS/503" + END))
                .isEqualTo("squid-access status=503 millis=120" + SAID + " signs=squid.err.503");
        assertThat(Said.of(START + "TCP_MISS/200" + END))
                .isEqualTo("squid-access status=200 millis=120" + SAID);
        assertThat(
                        Said.of(
                                START
                                        + "TCP_DENIED/403 1 GET http://shop.test/ - HIER_NONE/- text/html"))
                .isEqualTo(
                        "squid-access status=403 millis=120 method=GET path=/ host=shop.test"
                                + " client=192.0.2.1 signs=squid.err.403");
        assertThat(Said.of(START + "TCP_REFRESH_FAIL_ERR/504" + END))
                .endsWith("signs=squid.tag.refresh-failed,squid.err.504");
        assertThat(Said.of(START + "NONE/501" + END)).endsWith("signs=access.5xx");
        assertThat(Said.of(START + "TCP_MISS_ABORTED/000" + END))
                .endsWith("signs=squid.tag.aborted");
        assertThat(Said.of(START + "TCP_TUNNEL_TIMEDOUT/504" + END))
                .endsWith("signs=squid.tag.timedout,squid.err.504");
        assertThat(
                        Said.of(
                                START
                                        + "TCP_TUNNEL/503 0 CONNECT shop.test:443 - HIER_DIRECT/10.0.0.1 -"))
                .contains("method=CONNECT path=/ host=shop.test:443");
        assertThat(Said.of(START + "TCP_MISS/502"))
                .isEqualTo(
                        "squid-access status=502 millis=120 client=192.0.2.1 signs=squid.err.502");
    }

    @Test
    void squids_combined_lines_are_read() {
        assertThat(
                        Said.of(
                                "192.0.2.1 - - [02/Jan/2026:03:04:05 +0000] \"GET http://shop.test/a"
                                        + " HTTP/1.1\" 502 3900 \"-\" \"a\" TCP_MISS:HIER_DIRECT"))
                .isEqualTo(
                        "squid-access status=502 method=GET path=/a host=shop.test client=192.0.2.1"
                                + " signs=access.502");
    }

    @Test
    void traffic_server_names_the_error() {
        assertThat(
                        Said.of(
                                START
                                        + "ERR_CONNECT_FAIL/502 9 GET http://shop.test/a - DIRECT/10.0.0.1 t"))
                .isEqualTo(
                        "trafficserver status=502 millis=120"
                                + SAID
                                + " signs=trafficserver.err.connect-fail");
        assertThat(Said.of(START + "ERR_DNS_FAIL/502 9 GET http://shop.test/a - NONE/- t"))
                .endsWith("signs=trafficserver.err.dns-fail");
        assertThat(Said.of(START + "ERR_CLIENT_ABORT/000 9 GET http://shop.test/a - NONE/- t"))
                .endsWith("signs=trafficserver.err.client-abort");
        assertThat(
                        Said.of(
                                "192.0.2.1 - - [02/Jan/2026:03:04:05 +0000] \"GET http://shop.test/a"
                                        + " HTTP/1.1\" 502 300 000 0 0 0 99 88 0 0 30 EMPTY FIN FIN"
                                        + " ERR_CONNECT_FAIL"))
                .isEqualTo(
                        "trafficserver status=502 millis=30000 method=GET path=/a host=shop.test"
                                + " client=192.0.2.1 signs=trafficserver.err.connect-fail");
    }

    @Test
    void traffic_servers_own_logs_are_read() {
        assertThat(
                        Said.of(
                                "20260102.03h04m05s RESPONSE: sent 192.0.2.1 status 502 (Connection"
                                        + " refused) for 'http://shop.test/a'"))
                .isEqualTo(
                        "trafficserver status=502 method=GET path=/a host=shop.test client=192.0.2.1");
        assertThat(
                        Said.of(
                                "20260102.03h04m05s CONNECT: [0] could not connect [CONNECTION_ERROR]"
                                        + " to 10.0.0.1:80 for 'http://shop.test/' connect_result=111"))
                .isEqualTo("trafficserver upstream=10.0.0.1:80 method=GET path=/ host=shop.test");
        assertThat(Said.of("[Jan  2 03:04:05.123] [ET_NET 3] ERROR: <a.cc:1 (b)> (http) no"))
                .isEqualTo("trafficserver");
        assertThat(Said.message("[Jan  2 03:04:05.123] {0x7f} WARNING: slow")).isEqualTo("slow");
        assertThat(Said.of("[Jan  2 03:04:05.123] main ERROR: x"))
                .doesNotStartWith("trafficserver");
    }

    @Test
    void records_of_varnishlog_are_read() {
        assertThat(Said.message("-   FetchError     http first read error: EOF"))
                .isEqualTo("FetchError http first read error: EOF");
        assertThat(Said.message("     32774 FetchError     b no backend connection"))
                .isEqualTo("FetchError no backend connection");
        assertThat(Said.of("-   RespStatus     503")).isEqualTo("varnish status=503");
        assertThat(Said.of("--  BerespStatus   500")).isEqualTo("varnish upstreamStatus=500");
        assertThat(Said.of("-   BackendOpen    24 default 10.0.0.1 8080 10.0.0.9 41234 connect"))
                .isEqualTo("varnish upstream=10.0.0.1:8080 route=default");
        assertThat(Said.of("-   BackendOpen    24 boot.app ::1 80 ::1 4"))
                .isEqualTo("varnish upstream=[::1]:80 route=boot.app");
        assertThat(Said.of("-   BereqURL       /a?b")).isEqualTo("varnish method=GET path=/a");
        assertThat(Said.of("-   ReqHeader      Host: shop.test"))
                .isEqualTo("varnish host=shop.test");
        assertThat(Said.of("-   ReqStart       192.0.2.1 41234 a0"))
                .isEqualTo("varnish client=192.0.2.1");
        assertThat(Said.of("         0 Backend_health - boot.app Went sick 4---- 0 3 5"))
                .isEqualTo("varnish route=boot.app");
        assertThat(Said.of("- item of a list")).doesNotStartWith("varnish");
        assertThat(Said.of("-   FetchError")).isEqualTo("varnish");
    }

    @Test
    void varnishncsa_has_whole_urls() {
        String start = "192.0.2.1 - - [02/Jan/2026:03:04:05 +0000] \"GET ";
        assertThat(Said.of(start + "http://shop.test/a HTTP/1.1\" 503 278 \"-\" \"curl\""))
                .isEqualTo(
                        "varnish status=503 method=GET path=/a host=shop.test client=192.0.2.1"
                                + " signs=access.503");
        assertThat(
                        Said.of(
                                new Line(
                                        start + "/a HTTP/1.1\" 503 2 \"-\" \"c\"",
                                        1,
                                        "varnishncsa",
                                        "",
                                        0,
                                        false)))
                .startsWith("varnish status=503");
        assertThat(
                        Said.of(
                                start
                                        + "/a HTTP/1.1\" 503 278 \"http://shop.test/ http://b/\" \"curl\""))
                .startsWith("nginx-access");
    }

    @Test
    void no_cut_and_no_spoilt_line_throws() {
        Said.neverThrows(
                List.of(
                        START + "TCP_REFRESH_FAIL_ERR/504" + END,
                        START + "ERR_X/502 9 CONNECT a - NONE/- t",
                        "20260102.03h04m05s CONNECT: [0] a ] to  for '' url='http://",
                        "[Jan  2 03:04:05.123] [ET_NET 3] ERROR: x",
                        "-   BackendOpen    24 default 10.0.0.1 8080",
                        "     32774 FetchError     b no"));
    }
}
