package dev.goodgate.logs.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.story.Ranked;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lines that mean more together than each alone.
class TellingLinesTest {
    private static final String REFUSED =
            """
            2026/03/04 05:06:07 [error] 20#20: *7 connect() failed (111: Connection refused) while \
            connecting to upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", \
            upstream: "http://10.0.0.5:8000/", host: "shop"
            """;

    private static final String CLOSED =
            """
            2026/03/04 05:06:07 [error] 20#20: *7 upstream prematurely closed connection while \
            reading response header from upstream, client: 192.0.2.9, server: shop, request: \
            "%s / HTTP/1.1", upstream: "http://10.0.0.5:8000/", host: "shop"
            """;

    private static Ranked first(String... lines) {
        return Explanation.ofText("paste", String.join("\n", lines)).getFirst().causes().getFirst();
    }

    private static void says(Ranked cause, String id, String rule) {
        assertThat(cause.cause()).isEqualTo(id);
        assertThat(cause.reasons().stream().map(Beliefs.Reason::rule).toList()).contains(rule);
    }

    @Test
    void an_application_that_listens_at_another_port_was_dialled_at_the_wrong_one() {
        Ranked cause =
                first(
                        REFUSED,
                        "[2026-03-04 05:06:01 +0000] [9] [INFO] Listening at: http://10.0.0.5:9000 (9)");
        says(cause, "wrong-upstream-port", "listens-elsewhere");
    }

    @Test
    void an_application_bound_to_the_loopback_was_dialled_at_the_wrong_address() {
        Ranked cause =
                first(
                        REFUSED,
                        "[2026-03-04 05:06:01 +0000] [9] [INFO] Listening at: http://127.0.0.1:8000 (9)");
        says(cause, "wrong-upstream-host", "listens-elsewhere");
    }

    @Test
    void an_application_that_listens_where_it_was_dialled_was_not_ready() {
        says(
                first(REFUSED, "Listening on http://0.0.0.0:8000"),
                "upstream-not-ready",
                "listens-elsewhere");
        says(first(REFUSED, "Listening on port 8000"), "upstream-not-ready", "listens-elsewhere");
    }

    @Test
    void an_application_at_its_migrations_is_not_ready() {
        says(first(REFUSED, "Running migrations..."), "upstream-not-ready", "starting-up");
    }

    @Test
    void what_may_not_be_sent_twice_breaks_old_connections() {
        says(first(CLOSED.formatted("POST")), "keepalive-race", "not-repeated");
        assertThat(first(CLOSED.formatted("GET")).cause()).isNotEqualTo("keepalive-race");
    }

    @Test
    void a_proxy_whose_client_is_its_upstream_asks_itself() {
        String line = CLOSED.formatted("GET").replace("client: 192.0.2.9", "client: 10.0.0.5");
        says(first(line), "loop-detected", "proxy-loop");
    }

    @Test
    void the_reason_of_a_failed_check_comes_before_that_none_is_left() {
        Ranked cause =
                first(
                        "[WARNING]  (20) : Server shop/app2 is DOWN, reason: Layer4 timeout, check duration: 2001ms. 0 active and 0 backup servers left.",
                        "[ALERT]    (20) : backend 'shop' has no server available!");
        assertThat(cause.cause()).isEqualTo("connect-timeout-firewall");
    }

    @Test
    void one_server_that_left_a_pool_is_the_faulty_one() {
        String disabled =
                REFUSED.replace("[error]", "[warn]")
                        .replace(
                                "connect() failed (111: Connection refused)",
                                "upstream server temporarily disabled");
        says(first(REFUSED, disabled), "one-server-faulty", "one-of-pool");
    }

    @Test
    void a_database_that_refused_comes_before_the_crash_it_led_to() {
        List<String> lines =
                List.of(
                        "      throw er; // Unhandled 'error' event",
                        "Error: connect ECONNREFUSED 10.0.0.8:5432");
        Ranked cause = first(lines.toArray(String[]::new));
        says(cause, "database-down", "dependency-first");
    }

    @Test
    void a_dial_that_took_seconds_to_fail_was_not_refused() {
        String line =
                "1772600767.123 %s 192.0.2.9 TCP_MISS/503 3500 GET http://10.0.0.5:8000/ HIER_DIRECT/10.0.0.5 ERR_CONNECT_FAIL/WITH_SERVER";
        says(first(line.formatted("60012")), "connect-timeout-firewall", "slow-failure");
        assertThat(first(line.formatted("1")).cause()).isEqualTo("upstream-not-listening");
    }
}
