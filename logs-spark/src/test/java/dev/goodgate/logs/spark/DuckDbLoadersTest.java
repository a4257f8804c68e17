package dev.goodgate.logs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the loaders of `docs/sql/duckdb` read in real files of each format: when, who, what, how
/// long, by whom.
final class DuckDbLoadersTest {
    @TempDir private Path folder;

    private DuckDb duck;

    @BeforeEach
    void open() throws SQLException, IOException {
        duck = new DuckDb().load("requests");
    }

    @AfterEach
    void close() throws SQLException {
        duck.close();
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out =
                name.endsWith(".gz")
                        ? new GZIPOutputStream(Files.newOutputStream(file))
                        : Files.newOutputStream(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<String> loaded(String loader, String pattern) throws SQLException {
        String from = loader + "('" + folder.resolve(pattern) + "')";
        duck.run("INSERT INTO requests SELECT * FROM " + from);
        return duck.rows("SELECT * FROM requests ORDER BY time, path");
    }

    @Test
    void nginx_combined_with_a_packed_part_a_foreign_line_and_a_duration() throws Exception {
        duck.load("nginx");
        file(
                "access.log.1.gz",
                """
                192.0.2.7 - - [05/Jan/2026:07:00:01 +0100] "GET /cart?id=1 HTTP/1.1" 502 157 "-" "curl/8.5.0"
                """);
        file(
                "access.log",
                """
                192.0.2.8 - anna [05/Jan/2026:07:00:02 +0100] "POST /pay HTTP/1.1" 200 12 "https://shop.test/" "a \\"b\\", c" 0.250
                not a line of it, "with a quote
                192.0.2.9 - - [99/Jan/2026:07:01:02 +0100] "GET /forged HTTP/1.1" 499 0 "-" "-"
                """);
        assertThat(loaded("nginx_combined", "access.log*"))
                .containsExactly(
                        "2026-01-05 06:00:01 | 192.0.2.7 | GET | - | /cart?id=1 | 502 | - | - | -"
                                + " | - | -",
                        "2026-01-05 06:00:02 | 192.0.2.8 | POST | - | /pay | 200 | 0.25 | - | -"
                                + " | - | -",
                        "- | 192.0.2.9 | GET | - | /forged | 499 | - | - | - | - | -");
    }

    @Test
    void ingress_nginx_with_two_tries_and_with_no_endpoint() throws Exception {
        duck.load("nginx");
        file(
                "ingress.log",
                """
                192.0.2.7 - - [05/Jan/2026:06:00:01 +0000] "GET /a HTTP/2.0" 502 150 "-" "curl/8.5.0" 91 0.001 [shop-web-80] [] 10.0.0.1:8080, 10.0.0.2:8080 0, 0 0.001, 0.000 502, 502 ab12
                192.0.2.7 - - [05/Jan/2026:06:00:02 +0000] "GET /b HTTP/2.0" 502 150 "-" "curl/8.5.0" 91 0.031 [shop-web-80] [] 10.0.0.1:8080 150 0.031 502 ab13
                192.0.2.7 - - [05/Jan/2026:06:00:03 +0000] "GET /c HTTP/2.0" 503 190 "-" "curl/8.5.0" 91 0.000 [shop-web-80] [] - - - - ab14
                """);
        assertThat(loaded("ingress_nginx", "ingress.log"))
                .containsExactly(
                        "2026-01-05 06:00:01 | 192.0.2.7 | GET | - | /a | 502 | 0.001 |"
                                + " 10.0.0.2:8080 | 502 | false | shop-web-80",
                        "2026-01-05 06:00:02 | 192.0.2.7 | GET | - | /b | 502 | 0.031 |"
                                + " 10.0.0.1:8080 | 502 | true | shop-web-80",
                        "2026-01-05 06:00:03 | 192.0.2.7 | GET | - | /c | 503 | 0.0 | - | - |"
                                + " false | shop-web-80");
    }

    @Test
    void nginx_json_tells_its_own_502_from_a_relayed_one() throws Exception {
        duck.load("nginx");
        file(
                "access.json",
                """
                {"time_iso8601":"2026-01-05T07:00:01+01:00","remote_addr":"192.0.2.7","request_method":"GET","host":"shop.test","request_uri":"/a","status":"502","request_time":"30.001","upstream_addr":"10.0.0.1:8080","upstream_status":"502","upstream_header_time":"-"}
                {"time_iso8601":"2026-01-05T07:00:02+01:00","remote_addr":"192.0.2.7","request_method":"GET","host":"shop.test","uri":"/b","status":502,"request_time":0.2,"upstream_addr":"10.0.0.1:8080","upstream_status":"504, 502","upstream_header_time":"-, 0.2"}
                {"broken
                """);
        assertThat(loaded("nginx_json", "access.json"))
                .containsExactly(
                        "2026-01-05 06:00:01 | 192.0.2.7 | GET | shop.test | /a | 502 | 30.001 |"
                                + " 10.0.0.1:8080 | 502 | false | -",
                        "2026-01-05 06:00:02 | 192.0.2.7 | GET | shop.test | /b | 502 | 0.2 |"
                                + " 10.0.0.1:8080 | 502 | true | -");
    }

    @Test
    void envoy_json_by_its_details() throws Exception {
        duck.load("envoy");
        file(
                "envoy.json",
                """
                {"start_time":"2026-01-05T06:00:01.123Z","downstream_remote_address":"192.0.2.7:4711","method":"GET","authority":"shop.test","path":"/a","response_code":503,"duration":3,"upstream_host":"10.0.0.1:8080","response_flags":"UF","response_code_details":"upstream_reset_before_response_started{connection_failure}"}
                {"start_time":"2026-01-05T06:00:02.123Z","downstream_remote_address":"192.0.2.7:4711","method":"GET","authority":"shop.test","path":"/a","response_code":503,"duration":30,"upstream_host":"10.0.0.1:8080","response_flags":"-","response_code_details":"via_upstream"}
                """);
        assertThat(loaded("envoy_json", "envoy.json"))
                .containsExactly(
                        "2026-01-05 06:00:01.123 | 192.0.2.7 | GET | shop.test | /a | 503 | 0.003 |"
                                + " 10.0.0.1:8080 | - | false | UF"
                                + " upstream_reset_before_response_started{connection_failure}",
                        "2026-01-05 06:00:02.123 | 192.0.2.7 | GET | shop.test | /a | 503 | 0.03 |"
                                + " 10.0.0.1:8080 | 503 | true | via_upstream");
    }

    @Test
    void alb_with_a_target_that_did_not_answer() throws Exception {
        duck.load("alb");
        file(
                "alb.log.gz",
                """
                https 2026-01-05T06:00:01.123456Z app/shop/50dc6c495c0c9188 192.0.2.7:2817 10.0.0.1:80 0.001 -1 -1 504 - 34 366 "GET https://shop.test:443/cart?x=1 HTTP/1.1" "curl/8.5.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/web/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354" "shop.test" "arn:aws:acm:eu-central-1:123456789012:certificate/x" 0 2026-01-05T06:00:01.000000Z "forward" "-" "-" "10.0.0.1:80" "-" "-" "-" TID_1
                """);
        assertThat(loaded("alb", "alb.log.gz"))
                .containsExactly(
                        "2026-01-05 06:00:01.123456 | 192.0.2.7 | GET | shop.test | /cart?x=1 |"
                                + " 504 | 0.001 | 10.0.0.1:80 | - | false | -");
    }

    @Test
    void cloudflare_with_times_in_all_three_forms() throws Exception {
        duck.load("cloudflare");
        file(
                "push.json",
                """
                {"EdgeStartTimestamp":"2026-01-05T06:00:01Z","ClientIP":"192.0.2.7","ClientRequestMethod":"GET","ClientRequestHost":"shop.test","ClientRequestURI":"/a","EdgeResponseStatus":522,"OriginResponseTime":0,"OriginIP":"10.0.0.1","OriginResponseStatus":0}
                {"EdgeStartTimestamp":1767592802000000000,"ClientIP":"192.0.2.7","ClientRequestMethod":"GET","ClientRequestHost":"shop.test","ClientRequestURI":"/b","EdgeResponseStatus":200,"OriginResponseTime":250000000,"OriginIP":"10.0.0.1","OriginResponseStatus":200}
                {"EdgeStartTimestamp":1767592803,"ClientIP":"192.0.2.7","ClientRequestMethod":"GET","ClientRequestHost":"shop.test","ClientRequestURI":"/c","EdgeResponseStatus":524,"OriginResponseDurationMs":100010,"OriginIP":"10.0.0.1","OriginResponseStatus":0}
                """);
        assertThat(loaded("cloudflare", "push.json"))
                .containsExactly(
                        "2026-01-05 06:00:01 | 192.0.2.7 | GET | shop.test | /a | 522 | - |"
                                + " 10.0.0.1 | - | false | -",
                        "2026-01-05 06:00:02 | 192.0.2.7 | GET | shop.test | /b | 200 | 0.25 |"
                                + " 10.0.0.1 | 200 | true | -",
                        "2026-01-05 06:00:03 | 192.0.2.7 | GET | shop.test | /c | 524 | 100.01 |"
                                + " 10.0.0.1 | - | false | -");
    }

    @Test
    void goodgate_by_its_symptom() throws Exception {
        duck.load("goodgate");
        file(
                "access.json",
                """
                {"time":"2026-01-05T06:00:01.000Z","request":"r1","listener":"web","client":"192.0.2.7","method":"GET","host":"shop.test","path":"/a","protocol":"HTTP/1.1","status":502,"micros":1500,"requestOctets":0,"responseOctets":10,"route":"all","upstream":"app","endpoint":"10.0.0.1:8080","attempts":1,"reused":true,"complete":true,"symptom":"connect.refused","hop":"upstream","phase":"connect","retry":"ANY"}
                {"time":"2026-01-05T06:00:02.000Z","request":"r2","listener":"web","client":"192.0.2.7","method":"GET","host":"shop.test","path":"/a","protocol":"HTTP/1.1","status":500,"micros":1500,"requestOctets":0,"responseOctets":10,"route":"all","upstream":"app","endpoint":"10.0.0.1:8080","attempts":1,"reused":true,"complete":true,"symptom":"origin.error","hop":"upstream","phase":"head","retry":"NEVER","receivedStatus":500}
                {"time":"2026-01-05T06:00:03.000Z","request":"r3","listener":"web","client":"192.0.2.7","method":"GET","host":"shop.test","path":"/a","protocol":"HTTP/1.1","status":200,"micros":1500,"requestOctets":0,"responseOctets":10,"route":"all","upstream":"app","endpoint":"10.0.0.1:8080","attempts":1,"reused":true,"complete":true}
                """);
        String same = " | 192.0.2.7 | GET | shop.test | /a | ";
        assertThat(loaded("goodgate", "access.json"))
                .containsExactly(
                        "2026-01-05 06:00:01"
                                + same
                                + "502 | 0.0015 | 10.0.0.1:8080 | - | false | connect.refused",
                        "2026-01-05 06:00:02"
                                + same
                                + "500 | 0.0015 | 10.0.0.1:8080 | 500 | true | origin.error",
                        "2026-01-05 06:00:03"
                                + same
                                + "200 | 0.0015 | 10.0.0.1:8080 | 200 | true | -");
    }
}
