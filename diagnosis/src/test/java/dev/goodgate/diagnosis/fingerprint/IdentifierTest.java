package dev.goodgate.diagnosis.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.fingerprint.Identification.Verdict;
import dev.goodgate.diagnosis.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is found in responses as people save them, and in what only looks like one.
class IdentifierTest {
    private static final String NGINX =
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
                    + "<center><h1>502 Bad Gateway</h1></center>\r\n"
                    + "<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n";

    private static final String HEAD =
            "HTTP/1.1 502 Bad Gateway\r\nServer: nginx/1.22.1\r\nContent-Type: text/html\r\n";

    private static Identification of(String saved) {
        return Identifier.identify(octets(saved)).orElseThrow();
    }

    private static byte[] octets(String saved) {
        return saved.getBytes(StandardCharsets.UTF_8);
    }

    private static String product(Identification found) {
        return found.best().map(match -> match.product().id()).orElse("");
    }

    @Test
    void a_saved_response_names_product_hop_symptoms_and_causes() {
        Identification found = of(HEAD + "\r\n" + NGINX);
        assertThat(found.verdict()).isEqualTo(Verdict.PRODUCT);
        assertThat(product(found)).isEqualTo("nginx");
        assertThat(found.best().orElseThrow().confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(found.best().orElseThrow().fingerprint().hop()).isEqualTo(Hop.PATH);
        assertThat(found.symptoms()).contains(Symptom.CONNECT_REFUSED);
        assertThat(found.causes()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(IdentificationText.of(found, Language.ENGLISH))
                .contains("nginx (web-server), sure", "between nginx and the server behind it")
                .contains("server: nginx/1.22.1");
    }

    @Test
    void a_body_alone_is_less_sure_and_says_so() {
        Identification found = of(NGINX);
        assertThat(product(found)).isEqualTo("nginx");
        assertThat(found.best().orElseThrow().confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(IdentificationText.of(found, Language.ENGLISH)).contains("curl -i");
    }

    @Test
    void of_several_responses_the_last_counts() {
        String saved =
                "HTTP/1.1 100 Continue\r\n\r\n"
                        + "HTTP/1.1 301 Moved\r\nLocation: /\r\nContent-Length: 5\r\n\r\nmoved"
                        + "HTTP/1.1 302 Found\r\nLocation: /a\r\n\r\n<h1>Found</h1>\n"
                        + (HEAD + "\r\n" + NGINX);
        Identification found = of(saved);
        assertThat(found.response().responses()).isEqualTo(4);
        assertThat(product(found)).isEqualTo("nginx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "chunked", "both", "deflated", "curl decoded it"})
    void codings_are_taken_off(String how) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        boolean zip = how.equals("gzip") || how.equals("both");
        byte[] body = zip ? gzip(octets(NGINX)) : octets(NGINX);
        if (how.equals("deflated")) body = deflate(body);
        saved.writeBytes(octets(HEAD));
        if (zip || how.startsWith("curl")) saved.writeBytes(octets("Content-Encoding: gzip\r\n"));
        if (how.equals("deflated")) saved.writeBytes(octets("Content-Encoding: deflate\r\n"));
        boolean chunked = how.equals("chunked") || how.equals("both");
        if (chunked || how.startsWith("curl")) {
            saved.writeBytes(octets("Transfer-Encoding: chunked\r\n"));
        }
        saved.writeBytes(octets("\r\n"));
        saved.writeBytes(chunked ? chunks(body) : body);
        Identification found = Identifier.identify(saved.toByteArray()).orElseThrow();
        assertThat(product(found)).isEqualTo("nginx");
        assertThat(found.response().remarks()).isEmpty();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(body);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new java.util.zip.DeflaterOutputStream(out)) {
            zip.write(body);
        }
        return out.toByteArray();
    }

    private static byte[] chunks(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += 60) {
            int length = Math.min(60, body.length - at);
            out.writeBytes(octets(Integer.toHexString(length) + ";x=y\r\n"));
            out.write(body, at, length);
            out.writeBytes(octets("\r\n"));
        }
        out.writeBytes(octets("0\r\n\r\n"));
        return out.toByteArray();
    }

    @Test
    void a_coding_we_cannot_read_is_named() {
        Identification found = of(HEAD + "Content-Encoding: br\r\n\r\n\u0000\u0001\u0002");
        assertThat(found.response().remarks().toString()).contains("compressed", "br");
        assertThat(found.passed()).anyMatch(one -> one.product().id().equals("nginx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "hello", "%PDF-1.7 and so on", "HTTP/1.1 is a protocol"})
    void what_is_no_response_is_none(String text) {
        assertThat(Identifier.identify(octets(text))).isEmpty();
    }

    @Test
    void octets_that_are_no_text_are_no_response() {
        byte[] noise = new byte[4096];
        new Random(1).nextBytes(noise);
        assertThat(Identifier.identify(noise)).isEmpty();
        assertThat(Printable.of(noise, 16)).matches("[ -~]+…");
    }

    @Test
    void text_alone_counts_only_when_it_is_known() {
        assertThat(product(of("no healthy upstream"))).isEqualTo("envoy");
        assertThat(Identifier.identify(octets("some healthy upstream"))).isEmpty();
    }

    @Test
    void a_page_without_marks_is_generic_and_names_nobody() {
        Identification found = of("HTTP/1.1 502 Bad Gateway\r\n\r\n<h1>502 Bad Gateway</h1>");
        assertThat(found.verdict()).isEqualTo(Verdict.GENERIC);
        assertThat(found.best()).isEmpty();
        assertThat(IdentificationText.of(found, Language.ENGLISH)).contains("generic");
    }

    @Test
    void a_page_quoted_in_an_article_is_not_that_page() {
        String quoted = NGINX.replace("<", "&lt;").replace(">", "&gt;");
        Identification found = of("HTTP/1.1 502 x\r\n\r\n<article>" + quoted + "</article>");
        assertThat(product(found)).isEmpty();
    }

    @Test
    void success_is_no_problem_whoever_it_passed_through() {
        Identification found = of("HTTP/2 200\r\nserver: cloudflare\r\ncf-ray: 1\r\n\r\n" + NGINX);
        assertThat(found.verdict()).isEqualTo(Verdict.FINE);
        assertThat(found.problem()).isFalse();
        assertThat(found.passed()).anyMatch(one -> one.product().id().equals("cloudflare"));
    }

    @Test
    void a_page_of_the_origin_behind_a_network_names_both() {
        String head = HEAD.replace("nginx/1.22.1", "cloudflare") + "cf-ray: 8f1-FRA\r\n\r\n";
        Identification found = of(head + NGINX);
        assertThat(product(found)).isEqualTo("nginx");
        assertThat(found.passed()).anyMatch(one -> one.product().id().equals("cloudflare"));
    }

    @Test
    void what_proxy_status_states_beats_what_the_page_suggests() {
        Identification found =
                of(
                        HEAD
                                + "Proxy-Status: \"edge, one\"; error=connection_timeout;"
                                + " details=\"3 s\", outer; received-status=504\r\n\r\n"
                                + NGINX);
        assertThat(found.symptoms()).contains(Symptom.CONNECT_TIMEOUT);
        assertThat(found.symptoms()).doesNotContain(Symptom.CONNECT_REFUSED);
        assertThat(found.said())
                .extracting(Identification.Said::name)
                .containsExactly("edge, one", "outer");
        Identification alone =
                of("HTTP/1.1 504\r\nProxy-Status: x; error=connection_timeout\r\n\r\n");
        assertThat(alone.verdict()).isEqualTo(Verdict.STATED);
    }

    @Test
    void problem_details_of_somebody_else_are_said_to_be_that() {
        Identification found =
                of("HTTP/1.1 503\r\nContent-Type: application/problem+json\r\n\r\n{\"title\":1}");
        assertThat(found.verdict()).isEqualTo(Verdict.PROBLEM);
    }

    @Test
    void where_several_symptoms_are_open_the_causes_follow_their_order() {
        List<String> causes =
                of(HEAD + "\r\n" + NGINX).causes().stream().map(one -> one.cause().id()).toList();
        assertThat(causes)
                .startsWith("upstream-not-listening", "upstream-closed-early")
                .doesNotContain("other");
    }

    @Test
    void advice_about_another_product_does_not_ask_goodgate() {
        String haproxy =
                "HTTP/1.0 503 Service Unavailable\r\nCache-Control: no-cache\r\n\r\n"
                        + "<html><body><h1>503 Service Unavailable</h1>\n"
                        + "No server is available to handle this request.\n</body></html>\n";
        assertThat(IdentificationText.of(of(haproxy), Language.ENGLISH))
                .contains("No copy of the application is usable")
                .doesNotContain("9900");
    }

    @Test
    void nothing_on_the_page_reaches_the_terminal_as_it_is() {
        Identification found =
                of(
                        "HTTP/1.1 502 \u001b[2J\u202e\r\nServer: nginx\u001b]0;x\u0007\r\n"
                                + "Proxy-Status: \"\u001b[31m\"; error=\"\u009b\"\r\n\r\n"
                                + NGINX);
        String text = IdentificationText.of(found, Language.ENGLISH);
        String json = IdentificationJson.of(found, Language.ENGLISH);
        assertThat(text.chars().filter(c -> (c < ' ' && c != '\n') || (c >= 0x7f && c < 0xa0)))
                .isEmpty();
        assertThat(text).contains("\\x1b[2J\\u{202e}").doesNotContain("\u202e");
        assertThat(json.chars().filter(c -> c < ' ')).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<h1><p>", "&#", "id=\"cf-host-status\"", "\n", "HTTP/1.1 302 \n"})
    void hostile_bodies_end_in_time(String repeated) {
        String body = repeated.repeat((1 << 20) / repeated.length());
        for (String head :
                List.of("", HEAD + "\r\n", HEAD + "x: " + "*a".repeat(30_000) + "\r\n")) {
            Optional<Identification> found =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> Identifier.identify(octets(head + body)));
            found.ifPresent(one -> assertThat(product(one)).isEmpty());
        }
    }

    @Test
    void damaged_responses_are_read_without_an_exception() throws IOException {
        Random random = new Random(7);
        byte[] whole = octets("HTTP/1.1 100\r\n\r\n" + HEAD + "Transfer-Encoding: chunked\r\n\r\n");
        byte[] body = chunks(gzip(octets(NGINX)));
        for (int i = 0; i < 4000; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(whole);
            out.writeBytes(body);
            byte[] damaged = out.toByteArray();
            for (int n = random.nextInt(6); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            byte[] cut = java.util.Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
            assertThat(ResponseReader.read(cut)).isNotNull();
        }
    }
}
