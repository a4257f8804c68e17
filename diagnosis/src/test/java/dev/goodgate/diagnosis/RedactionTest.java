package dev.goodgate.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String SECRET = "s3cr3t-planted-value";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "AUTHORIZATION",
                "Proxy-Authorization",
                "Cookie",
                "Set-Cookie",
                "X-Api-Key",
                "x-api_key",
                "Api-Key",
                "X-Auth-User",
                "X-Auth",
                "X-Csrf-Token",
                "X-Amz-Security-Token",
                "Private-Token",
                "X-Client-Secret",
                "Client-Secret",
                "X-Password",
                "WWW-Authenticate",
                "Sec-WebSocket-Key",
                "X-Hub-Signature",
            })
    void a_secret_field_keeps_its_name_only(String name) {
        assertThat(Redaction.header(name, SECRET)).isEqualTo("[redacted]");
        String head =
                "GET / HTTP/1.1\r\nHost: a\r\n"
                        + name
                        + ": a "
                        + SECRET
                        + "\r\nAccept: */*\r\n\r\n";
        assertThat(Redaction.head(head))
                .isEqualTo(
                        "GET / HTTP/1.1\r\nHost: a\r\n"
                                + name
                                + ": [redacted]\r\nAccept: */*\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "TOKEN",
                "access_token",
                "id_token",
                "refresh-token",
                "key",
                "api_key",
                "apikey",
                "X-Goog-Key",
                "secret",
                "client_secret",
                "password",
                "passwd",
                "pwd",
                "sig",
                "signature",
                "X-Amz-Signature",
                "X-Amz-Credential",
                "code",
                "session",
                "sessionid",
                "PHPSESSION",
                "jwt",
                "otp",
            })
    void a_secret_query_value_is_replaced_and_its_name_kept(String name) {
        assertThat(Redaction.target("/a?x=1&" + name + "=" + SECRET + "&y=2#f"))
                .isEqualTo("/a?x=1&" + name + "=[redacted]&y=2#f");
        assertThat(Redaction.target("/a?" + name + "=" + SECRET))
                .isEqualTo("/a?" + name + "=[redacted]");
        assertThat(Redaction.target("/a;" + name + "=" + SECRET + "/b?c=d")).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "q", "sort", "coded", "design", "author", "pinned", "side"})
    void ordinary_query_values_stay(String name) {
        assertThat(Redaction.target("/a?" + name + "=plain")).isEqualTo("/a?" + name + "=plain");
    }

    @Test
    void userinfo_of_urls_goes_wherever_it_stands() {
        assertThat(Redaction.text("dial http://bob:" + SECRET + "@db.test:5432/x failed"))
                .isEqualTo("dial http://[redacted]@db.test:5432/x failed");
        assertThat(Redaction.text("//u:p@" + SECRET + "@h/")).isEqualTo("//[redacted]@h/");
        assertThat(Redaction.text("http://h/a@b mail me@x.test"))
                .isEqualTo("http://h/a@b mail me@x.test");
        assertThat(Redaction.header("Referer", "https://a:b@h/p?token=" + SECRET))
                .isEqualTo("https://[redacted]@h/p?token=[redacted]");
    }

    @Test
    void the_target_in_a_start_line_is_redacted_too() {
        assertThat(
                        Redaction.head(
                                "GET /cb?code=" + SECRET + "&state=1 HTTP/1.1\r\nHost: a\r\n\r\n"))
                .isEqualTo("GET /cb?code=[redacted]&state=1 HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    @Test
    void a_folded_secret_does_not_leak_from_its_second_line() {
        assertThat(
                        Redaction.head(
                                "HTTP/1.1 200 OK\r\nSet-Cookie: a="
                                        + SECRET
                                        + "\r\n\t"
                                        + SECRET
                                        + "\r\n\r\n"))
                .doesNotContain(SECRET);
    }

    @Test
    void percent_encoded_names_and_bracketed_names_are_seen() {
        assertThat(Redaction.target("/?access%5Ftoken=" + SECRET)).doesNotContain(SECRET);
        assertThat(Redaction.target("/?user[password]=" + SECRET)).doesNotContain(SECRET);
        assertThat(Redaction.target("/?user%5Bpassword%5D=" + SECRET)).doesNotContain(SECRET);
    }

    @Test
    void heads_with_bare_line_feeds_and_without_an_end_are_handled() {
        assertThat(Redaction.head("GET / HTTP/1.1\nCookie: " + SECRET + "\nHost: a"))
                .isEqualTo("GET / HTTP/1.1\nCookie: [redacted]\nHost: a");
        assertThat(Redaction.head("")).isEmpty();
        assertThat(Redaction.head("\r\n")).isEqualTo("\r\n");
        assertThat(Redaction.head("Cookie: x")).isNotNull();
    }

    @Test
    void long_hostile_text_takes_linear_time() {
        assertThat(Redaction.text("=".repeat(500_000))).hasSize(500_000);
        assertThat(Redaction.text("a".repeat(500_000) + "=b")).hasSize(500_002);
        assertThat(Redaction.text("//".repeat(300_000) + "@")).endsWith("@");
        assertThat(Redaction.text("key=v;".repeat(100_000))).doesNotContain("=v");
    }
}
