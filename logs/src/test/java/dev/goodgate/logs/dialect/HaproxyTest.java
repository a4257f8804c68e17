package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HaproxyTest {
    private static final String START = "192.0.2.1:5123 [02/Jan/2026:03:04:05.123] web~ ";
    private static final String GET = " \"GET /a?b HTTP/1.1\"";
    private static final String SAID = " method=GET path=/a client=192.0.2.1";

    private static String state(String letters, int status) {
        return Said.of(
                START
                        + "shop/a 0/0/1/-1/9 "
                        + status
                        + " 21 - - "
                        + letters
                        + " 1/1/0/0/0 0/0"
                        + GET);
    }

    @Test
    void a_refused_connection_is_sc() {
        assertThat(Said.of(START + "shop/a 0/0/-1/-1/3 503 221 - - SC-- 2/1/0/0/3 0/0" + GET))
                .isEqualTo(
                        "haproxy-http status=503 millis=3 route=shop/a"
                                + SAID
                                + " signs=haproxy.state.sc");
    }

    @Test
    void no_server_is_told_beside_the_state() {
        assertThat(
                        Said.of(
                                START
                                        + "shop/<NOSRV> 0/-1/-1/-1/0 503 213 - - SC-- 6/5/0/0/0 0/0"
                                        + GET))
                .isEqualTo(
                        "haproxy-http status=503 millis=0 route=shop/<NOSRV>"
                                + SAID
                                + " signs=haproxy.nosrv");
        assertThat(Said.of(START + "web/<NOSRV> 0/-1/-1/-1/0 302 213 - - LR-- 6/5/0/0/0 0/0" + GET))
                .doesNotContain("signs");
    }

    @Test
    void small_and_capital_letters_of_states_differ() {
        assertThat(state("sH--", 504)).endsWith("signs=haproxy.state.sth");
        assertThat(state("sC--", 503)).endsWith("signs=haproxy.state.stc");
        assertThat(state("SH--", 502)).endsWith("signs=haproxy.state.sh");
        assertThat(state("PH--", 502)).endsWith("signs=haproxy.state.ph");
        assertThat(state("cD--", 200)).endsWith("signs=haproxy.state.ctd");
        assertThat(state("CD--", 200)).endsWith("signs=haproxy.state.cd");
        assertThat(state("cR--", 408)).endsWith("signs=haproxy.state.ctr");
        assertThat(state("IH--", 500)).endsWith("signs=haproxy.state.ih");
        assertThat(state("sQ--", 503)).endsWith("signs=haproxy.state.stq");
        assertThat(state("KD--", 200)).endsWith("signs=haproxy.state.kd");
        assertThat(state("PR--", 403)).endsWith("signs=haproxy.state.pr");
        assertThat(state("LR--", 200)).doesNotContain("signs");
        assertThat(state("SHVN", 502)).endsWith("signs=haproxy.state.sh");
    }

    @Test
    void a_server_that_answers_badly_is_relayed() {
        assertThat(Said.of(START + "shop/a 0/0/1/20/21 500 221 - - ---- 2/1/0/0/0 0/0" + GET))
                .isEqualTo(
                        "haproxy-http status=500 upstreamStatus=500 millis=21 route=shop/a"
                                + SAID
                                + " signs=access.500,access.relayed");
        assertThat(Said.of(START + "shop/a 0/0/1/20/21 200 221 - - ---- 2/1/0/0/0 0/0" + GET))
                .isEqualTo(
                        "haproxy-http status=200 upstreamStatus=200 millis=21 route=shop/a" + SAID);
        assertThat(Said.of(START + "shop/a 0/0/1/20/+21 200 +221 - - --VN 2/1/0/0/0 0/0" + GET))
                .contains("millis=21");
    }

    @Test
    void captures_and_custom_forms_are_read() {
        assertThat(
                        Said.of(
                                START
                                        + "shop/a 0/0/1/-1/9 502 21 c=1 s=2 SH-- 1/1/0/0/0 0/0"
                                        + " {shop.test|curl 8 x} {}"
                                        + GET))
                .isEqualTo(
                        "haproxy-http status=502 millis=9 route=shop/a method=GET path=/a"
                                + " host=shop.test client=192.0.2.1 signs=haproxy.state.sh");
        assertThat(Said.of("FE BE/a 0/0/0/-1/0 500 15 - - IHNI 1/1/0/0/0 0/0" + GET))
                .isEqualTo(
                        "haproxy-http status=500 millis=0 route=BE/a method=GET path=/a signs=haproxy.state.ih");
        assertThat(
                        Said.of(
                                START
                                        + "shop/a 10.0.0.1:80 0/0/1/-1/9 502 21 - - SH-- 1/1/0/0/0 0/0"
                                        + GET))
                .contains("upstream=10.0.0.1:80");
        assertThat(Said.of(START + "shop/a 0/0/1/-1/9 504 21 - - sH-- 1/1/0/0/0 0/0 \"<BADREQ>\""))
                .isEqualTo(
                        "haproxy-http status=504 millis=9 route=shop/a client=192.0.2.1 signs=haproxy.state.sth");
        assertThat(
                        Said.of(
                                START
                                        + "shop/a 0/0/1/-1/9 504 21 - - sH-- 1/1/0/0/0 0/0"
                                        + GET
                                        + " 0/0/0/0/0 shop.test/TLSv1.3/X"))
                .endsWith("signs=haproxy.state.sth");
    }

    @Test
    void fragments_give_what_they_have() {
        assertThat(Said.of("shop/a 0/0/-1/-1/3 503 221 - - SC--"))
                .isEqualTo("haproxy-http status=503 millis=3 route=shop/a signs=haproxy.state.sc");
        assertThat(Said.of("SC-- 2/1/0/0/3 0/0" + GET))
                .isEqualTo("haproxy-http method=GET path=/a signs=haproxy.state.sc");
        assertThat(Said.of("0/0/-1/-1/3 503"))
                .isEqualTo("haproxy-http status=503 millis=3 signs=access.503");
        assertThat(Said.of("1/2/3/4/5 apples")).doesNotStartWith("haproxy");
        assertThat(Said.of("/a/1/2/3/4/5/ 503")).doesNotStartWith("haproxy");
    }

    @Test
    void tcp_lines_have_three_times_and_two_letters() {
        assertThat(Said.of(START + "db/a 0/-1/3000 0 sC 2/1/0/0/3 0/0"))
                .isEqualTo(
                        "haproxy-tcp millis=3000 route=db/a client=192.0.2.1 signs=haproxy.state.stc");
        assertThat(Said.of(START + "db/a 0/0/30 120 -- 2/1/0/0/0 0/0"))
                .isEqualTo("haproxy-tcp millis=30 route=db/a client=192.0.2.1");
        assertThat(Said.of(START + "db/<NOSRV> -1/-1/0 0 SC 2/1/0/0/0 0/0"))
                .endsWith("signs=haproxy.state.sc,haproxy.nosrv");
    }

    @Test
    void events_name_server_and_check() {
        assertThat(
                        Said.of(
                                "Server shop/a is DOWN, reason: Layer7 wrong status, code: 503, info:"
                                        + " \"x\", check duration: 12ms. 0 active servers left."))
                .isEqualTo("haproxy-event upstreamStatus=503 millis=12 route=shop/a");
        assertThat(
                        Said.of(
                                "[WARNING] 001/030405 (12) : Server shop/a is DOWN, reason: Layer4 timeout"))
                .isEqualTo("haproxy-event route=shop/a pid=12");
        assertThat(Said.of("[ALERT] 001/030405 (12) : backend 'shop' has no server available!"))
                .isEqualTo("haproxy-event route=shop pid=12");
        assertThat(Said.of("[ALERT]    (1) : config : parsing [/etc/h.cfg:3] : unknown"))
                .isEqualTo("haproxy-event pid=1");
        assertThat(Said.of("backend shop has no server available!"))
                .isEqualTo("haproxy-event route=shop");
        assertThat(Said.of("Backup Server shop/b is UP, reason: x"))
                .isEqualTo("haproxy-event route=shop/b");
        assertThat(Said.of("Health check for server shop/a failed, reason: Layer4 timeout"))
                .isEqualTo("haproxy-event route=shop/a");
        assertThat(
                        Said.message(
                                "192.0.2.1:5 [02/Jan/2026:03:04:05.123] web/1: SSL handshake failure"))
                .isEqualTo("SSL handshake failure");
        assertThat(Said.of("Server is DOWN")).doesNotStartWith("haproxy");
    }

    @Test
    void no_cut_and_no_spoilt_line_throws() {
        Said.neverThrows(
                List.of(
                        START
                                + "shop/a 0/0/-1/-1/+3 503 +21 a=1 b SC-- 2/1/0/0/3 0/0 {a|b} {"
                                + GET,
                        START + "db/<NOSRV> -1/-1/0 0 SC 2/1/0/0/0 0/0",
                        "[WARNING] 001/030405 (12) : Server a/b is DOWN, code: , check duration: 1ms",
                        "192.0.2.1:5 [02/Jan/2026:03:04:05.123] web/1: SSL"));
    }
}
