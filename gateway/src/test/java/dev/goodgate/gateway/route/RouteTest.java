package dev.goodgate.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.http.Head;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
    @ParameterizedTest
    @CsvSource({
        "/shop, /v1, /shop, /v1",
        "/shop, /v1, /shop/, /v1/",
        "/shop, /v1, /shop/a, /v1/a",
        "/shop/, /v1/, /shop/a, /v1/a",
        "/shop, /v1, /shopping, /v1/shopping",
        "/shop, '', /shop, /",
        "/shop, '', /shop/a, /a",
        "/shop, '', '', /",
        "'', /v1, '', /v1/",
        "'', /v1, /, /v1/",
        "'', /v1, /a, /v1/a",
        "'', /v1, *, *",
        "/, /, /a, /a",
    })
    void a_prefix_goes_and_another_comes_in_whole_segments(
            String strip, String add, String path, String expected) {
        Route route =
                RouteTableTest.table(
                                "routes: [{ upstream: u, rewrite: { strip-prefix: \""
                                        + strip
                                        + "\", add-prefix: \""
                                        + add
                                        + "\" } }]")
                        .routes()
                        .getFirst();
        byte[] octets = Text.octets("xx" + path + "yy");
        int end = octets.length - 2;
        StringBuilder out = new StringBuilder();
        int from = route.rewritesPath() ? route.rewritePath(octets, 2, end, put(out)) : 2;
        out.append(new String(octets, from, end - from, StandardCharsets.ISO_8859_1));
        assertThat(out.toString()).isEqualTo(expected);
    }

    @Test
    void field_changes_become_lines_and_names() {
        Route route =
                RouteTableTest.table(
                                """
                                routes:
                                  - upstream: u
                                    request-fields: { set: { X-A: "1" }, add: { X-B: "2" }, remove: [X-C] }
                                """)
                        .routes()
                        .getFirst();
        assertThat(new String(route.requestLines(), StandardCharsets.ISO_8859_1))
                .isEqualTo("X-A: 1\r\nX-B: 2\r\n");
        assertThat(drops(route, "x-a")).isTrue();
        assertThat(drops(route, "X-C")).isTrue();
        assertThat(drops(route, "X-B")).isFalse();
        assertThat(route.hasRequestFields()).isTrue();
        assertThat(route.hasResponseFields()).isFalse();
        assertThat(route.name()).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({
        "https://{host}{path}{query}, /a?b=c, https://good.test/a?b=c",
        "https://{host}:8443{path}, /a?b=c, https://good.test:8443/a",
        "/new{query}, /old?x, /new?x",
        "'{path}/', /a, /a/",
        "'{path}', //evil.test/x, /evil.test/x",
        "'/{path}', /evil.test, /evil.test",
        "'https://b.test/x{path}', '/a|b^c`{d}', 'https://b.test/x/a%7Cb%5Ec%60%7Bd%7D'",
        "'https://b.test{path}{query}', '/{query}?{host}', 'https://b.test/%7Bquery%7D?%7Bhost%7D'",
    })
    void a_redirect_is_filled_in_and_never_leads_to_a_host_from_the_path(
            String to, String target, String location) {
        Head head =
                RouteTableTest.head("GET " + target + " HTTP/1.1\r\nHost: good.test:81\r\n\r\n");
        assertThat(fields("routes: [{ redirect: { to: \"" + to + "\" } }]", head))
                .isEqualTo("Location: " + location + "\r\n");
    }

    @Test
    void a_redirect_without_host_stays_where_it_was() {
        Head head = RouteTableTest.head("GET /a?b HTTP/1.0\r\n\r\n");
        assertThat(fields("routes: [{ redirect: { to: \"https://{host}{path}{query}\" } }]", head))
                .isEqualTo("Location: /a?b\r\n");
    }

    @Test
    void a_maintenance_page_is_read_once(@TempDir Path folder) throws Exception {
        Path page = Files.writeString(folder.resolve("page.html"), "<p>Back soon");
        String text = "routes: [{ maintenance: { page: \"" + page + "\", retry-after: 90s } }]";
        Route route = RouteTableTest.table(text).routes().getFirst();
        Files.delete(page);
        assertThat(route.fixed().status()).isEqualTo(503);
        assertThat(route.fixed().body()).isEqualTo(Text.octets("<p>Back soon"));
        assertThat(new String(route.fixed().contentType(), StandardCharsets.US_ASCII))
                .isEqualTo("text/html; charset=utf-8");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Head head = RouteTableTest.head("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        route.fixed().writeFields(head, out::writeBytes);
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("Retry-After: 90\r\n");
    }

    private static String fields(String routes, Head head) {
        StringBuilder out = new StringBuilder();
        RouteTableTest.table(routes).routes().getFirst().fixed().writeFields(head, put(out));
        return out.toString();
    }

    private static Sink put(StringBuilder out) {
        return octets -> out.append(new String(octets, StandardCharsets.ISO_8859_1));
    }

    private static boolean drops(Route route, String name) {
        byte[] octets = Text.octets(":" + name + ":");
        return route.dropsRequestField(octets, 1, octets.length - 1);
    }
}
