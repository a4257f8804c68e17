package dev.goodgate.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.gateway.config.ConfigFile.Reading;
import dev.goodgate.http.Head;
import dev.goodgate.http.Limits;
import dev.goodgate.http.PathViews;
import dev.goodgate.http.Progress;
import dev.goodgate.http.RequestParser;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
    private static final String UPSTREAMS =
            "\nupstreams: { u: { endpoints: [\"http://127.0.0.1:3000\"] } }\nlisteners: [\"127.0.0.1:0\"]\n";

    private static final RouteTable PLACES =
            table(
                    """
                    routes:
                      - { name: exact, match: { hosts: [good.test], exact: /a/b }, upstream: u }
                      - { name: long, match: { hosts: [good.test], path: /a/b/ }, upstream: u }
                      - { name: short, match: { hosts: [good.test], path: /a }, upstream: u }
                      - { name: regex, match: { hosts: [good.test], regex: "/r[0-9]+/.*" }, upstream: u }
                      - { name: last, match: { hosts: [good.test], regex: "/a.*" }, upstream: u }
                      - { name: root, match: { hosts: [good.test] }, upstream: u }
                      - { name: wild, match: { hosts: ["*.good.test"], path: / }, upstream: u }
                      - { name: deep, match: { hosts: ["*.very.good.test"], path: /d }, upstream: u }
                      - { name: six, match: { hosts: ["[::1]"], path: /six }, upstream: u }
                      - { name: only, match: { hosts: [only.test], path: /only }, upstream: u }
                    """);

    @ParameterizedTest
    @CsvSource({
        "good.test, /a/b, exact",
        "good.test, /a/b/, long",
        "good.test, /a/b/c, long",
        "good.test, /a/bc, short",
        "good.test, /a, short",
        "good.test, /a/, short",
        "good.test, /ab, last",
        "good.test, /A, root",
        "good.test, /, root",
        "good.test, /r7/x, regex",
        "good.test, /r7, root",
        "good.test, /x?a=/a/b, root",
        "GOOD.Test, /a, short",
        "good.test., /a, short",
        "good.test:8080, /a, short",
        "good.test.:8080, /a, short",
        "www.good.test, /a, wild",
        "a.b.good.test, /a, wild",
        "x.very.good.test, /d/e, deep",
        "x.very.good.test, /e, wild",
        "very.good.test, /d, wild",
        "[::1]:80, /six, six",
        "only.test, /only, only",
        "only.test, /other, no such path",
        "bad.test, /a, no such host",
        "xgood.test, /a, no such host",
        "test, /a, no such host",
        "good.test.evil.test, /a, no such host",
    })
    void the_most_specific_host_and_path_take_a_request(String host, String target, String route) {
        assertThat(find(PLACES, "GET", target, host).name()).isEqualTo(route);
    }

    @Test
    void a_request_without_host_takes_only_routes_that_name_none() {
        Head old = head("GET / HTTP/1.0\r\n\r\n");
        assertThat(PLACES.find(old, null)).isSameAs(RouteTable.NO_HOST);
        RouteTable open =
                table(
                        "routes: [{ name: any, upstream: u }, { match: {hosts: [a.test]}, upstream: u }]");
        assertThat(open.find(old, null).name()).isEqualTo("any");
        assertThat(find(open, "GET", "/", "b.test").name()).isEqualTo("any");
    }

    @Test
    void forms_of_the_target_other_than_a_path_are_found_too() {
        assertThat(PLACES.find(head("OPTIONS * HTTP/1.1\r\nHost: good.test\r\n\r\n"), null).name())
                .isEqualTo("root");
        assertThat(
                        PLACES.find(head("GET http://good.test HTTP/1.1\r\nHost: x\r\n\r\n"), null)
                                .name())
                .isEqualTo("root");
        assertThat(
                        PLACES.find(
                                        head("GET http://good.test/a HTTP/1.1\r\nHost: x\r\n\r\n"),
                                        null)
                                .name())
                .isEqualTo("short");
    }

    private static final RouteTable CONDITIONS =
            table(
                    """
                    routes:
                      - { name: get, match: { path: /m, methods: [GET, PURGE] }, upstream: u }
                      - { name: post, match: { path: /m, methods: [POST] }, upstream: u }
                      - { name: one, match: { path: /f, headers: { X-A: "1", Accept: "*" } }, upstream: u }
                      - { name: two, match: { path: /f, headers: { x-a: "2" } }, upstream: u }
                      - { name: deep, match: { path: /s/t, methods: [PUT] }, upstream: u }
                      - { name: wide, match: { path: /s }, upstream: u }
                    """);

    @ParameterizedTest
    @CsvSource({
        "GET, /m, '', get",
        "HEAD, /m, '', get",
        "PURGE, /m, '', get",
        "POST, /m, '', post",
        "DELETE, /m, '', no such method",
        "GET, /n, '', no such path",
        "GET, /f, 'x-A: 1|Accept: a', one",
        "GET, /f, 'X-A: 1', no such path",
        "GET, /f, 'X-A: 2', two",
        "GET, /f, 'X-A: 9|X-A: 2', two",
        "GET, /f, 'X-A: 22', no such path",
        "PUT, /s/t/u, '', deep",
        "GET, /s/t/u, '', wide",
    })
    void conditions_choose_among_routes_and_else_the_next_path_is_tried(
            String method, String target, String fields, String route) {
        String lines = fields.isEmpty() ? "" : fields.replace("|", "\r\n") + "\r\n";
        Head head = head(method + " " + target + " HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n");
        assertThat(CONDITIONS.find(head, null).name()).isEqualTo(route);
    }

    @Test
    void the_methods_of_a_path_are_told_for_405() {
        assertThat(CONDITIONS.allow(head("PUT /m HTTP/1.1\r\nHost: a\r\n\r\n"), null))
                .isEqualTo("GET, PURGE, HEAD, POST");
    }

    private static final RouteTable DENY =
            table(
                    """
                    routes:
                      - { name: deny, match: { path: /__deny }, respond: { status: 403, body: no } }
                      - { name: php, match: { regex: ".*\\\\.php" }, respond: { status: 403 } }
                      - { name: health, match: { hosts: [good.test], exact: /__deny/health }, upstream: u }
                      - { name: app, match: { hosts: [good.test, www.good.test], path: / }, upstream: u }
                    """);

    @ParameterizedTest
    @CsvSource({
        "/a, app",
        "/__deny, deny",
        "/__deny/x, deny",
        "/__denyx, app",
        "/a?p=/__deny, app",
        "/a/../__deny/x, deny",
        "/a/%2e%2e/__deny/x, deny",
        "/__deny%2fx, deny",
        "/__deny;a=b/x, deny",
        "/__deny%20, deny",
        "//__deny, deny",
        "//__deny%41, deny",
        "/%5f_deny/x, deny",
        "/%5F%5Fdeny, deny",
        "/x;__deny, app",
        "/__deny/health, health",
        "/__deny/health/x, deny",
        "/__deny/health;x, deny",
        "/a.php, php",
        "/a.ph%70, php",
        "/a%2ephp;x, php",
        "/caf%C3%A9, app",
    })
    void a_deny_rule_sees_every_view_of_a_path_and_every_host(String target, String route) {
        assertThat(find(DENY, "GET", target, "good.test").name()).isEqualTo(route);
    }

    @Test
    void deny_rules_alone_do_not_make_a_host_known() {
        assertThat(find(DENY, "GET", "/a", "localhost:9901")).isSameAs(RouteTable.NO_HOST);
        assertThat(find(DENY, "GET", "/__deny", "169.254.169.254")).isSameAs(RouteTable.NO_HOST);
    }

    @Test
    void a_default_that_denies_leaves_named_hosts_alone() {
        RouteTable table =
                table(
                        "routes: [{ name: no, respond: { status: 403 } },"
                                + " { name: yes, match: { hosts: [a.test] }, upstream: u },"
                                + " { match: { hosts: [b.test], path: /b }, upstream: u }]");
        assertThat(find(table, "GET", "/%41", "a.test").name()).isEqualTo("yes");
        assertThat(find(table, "GET", "/c", "b.test").name()).isEqualTo("no");
    }

    @Test
    void finding_allocates_nothing() {
        Head head =
                head("GET /d/b/c/d HTTP/1.1\r\nHost: WWW.good.test:80\r\nX-B: 1\r\nX-A: 2\r\n\r\n");
        RouteTable deny =
                table(
                        "routes: [{ match: { path: /no }, respond: { status: 403 } },"
                                + " { match: { hosts: [\"*.good.test\"] }, upstream: u }]");
        Head fields = head("GET /f HTTP/1.1\r\nHost: a.test\r\nX-B: 1\r\nX-A: 2\r\n\r\n");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        int found = 0;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                found += PLACES.find(head, null).index() + CONDITIONS.find(fields, null).index();
                found += deny.find(head, null).index();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(found).isPositive();
        assertThat(least).isLessThan(1000);
    }

    static Route find(RouteTable table, String method, String target, String host) {
        Head head = head(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        return table.find(head, views(head));
    }

    private static PathViews.@org.jspecify.annotations.Nullable Views views(Head head) {
        if (head.plainPath()) {
            return null;
        }
        return switch (PathViews.of(head.octets(), head.pathStart(), head.pathEnd())) {
            case PathViews.Views views -> views;
            case PathViews.Refused(var violation) -> throw new AssertionError(violation);
        };
    }

    static Head head(String text) {
        Head head = new Head();
        RequestParser parser = new RequestParser(Limits.requests());
        var octets = Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.ISO_8859_1));
        Progress progress = parser.parse(octets, head);
        assertThat(progress).as(text).isEqualTo(Progress.DONE);
        return head;
    }

    static RouteTable table(String routes) {
        Reading reading = ConfigFile.read("test.yaml", routes + UPSTREAMS, Map.of());
        assertThat(reading).isInstanceOf(Reading.Loaded.class);
        return RouteTable.of(((Reading.Loaded) reading).settings());
    }
}
