package dev.goodgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `status --identify` prints and ends with.
final class IdentifyCommandTest {
    private static final String SQUID =
            "HTTP/1.1 503 Service Unavailable\r\nX-Squid-Error: ERR_DNS_FAIL 0\r\n\r\n"
                    + "<html><body id=ERR_DNS_FAIL>";

    private static final InetSocketAddress ANY =
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

    @TempDir Path folder;

    private static Typed identify(String target, String... options) {
        Usage usage =
                new Usage(
                        "status",
                        "",
                        "",
                        0,
                        List.of(Option.JSON, Option.LANG),
                        List.of(),
                        List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        Arguments.Reading reading = Arguments.read(usage, List.of(options));
        assertThat(reading).isInstanceOf(Arguments.Reading.Good.class);
        Arguments arguments = ((Arguments.Reading.Good) reading).arguments();
        Exit exit = IdentifyCommand.run(target, arguments, terminal);
        return new Typed(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("saved"), text).toString();
    }

    @Test
    void an_error_page_is_a_problem_found() throws IOException {
        Typed typed = identify(file(SQUID));
        assertThat(typed.exit()).isEqualTo(Exit.PROBLEM);
        assertThat(typed.out())
                .contains("Squid", "dns.nxdomain", "the name service that Squid asks");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void json_is_one_object() throws IOException {
        Typed typed = identify(file(SQUID), "--json");
        assertThat(typed.out()).startsWith("{").contains("\"product\":\"squid\"").endsWith("}\n");
    }

    @Test
    void prose_names_a_product_in_its_language_and_json_in_english() throws IOException {
        String blocked = file("HTTP/1.1 200 OK\r\n\r\n<iframe src=http://www.airtel.in/dot/>");
        assertThat(identify(blocked, "--lang=es").out())
                .contains("la generó un filtro del proveedor de internet (India).");
        assertThat(identify(blocked, "--lang=zh").out())
                .contains("此页面由网络运营商的过滤系统（印度）生成。", "（印度）（access-network），");
        assertThat(identify(blocked, "--lang=zh", "--json").out())
                .contains("\"product\":\"isp-filter-india\"", "\"name\":\"ISP filter (India)\"");
    }

    @Test
    void success_is_fine() throws IOException {
        assertThat(identify(file("HTTP/1.1 200 OK\r\n\r\nhello")).exit()).isEqualTo(Exit.FINE);
    }

    @Test
    void a_file_that_is_no_response_is_shown_by_its_first_octets() throws IOException {
        Typed typed = identify(file("\u0000PK\u001b[2J"));
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err()).contains("begins with \"\\x00PK\\x1b[2J\"", "expected: an HTTP");
        assertThat(identify(file("")).err()).contains("is empty");
    }

    @Test
    void a_file_that_is_not_there_and_a_folder_are_wrong() {
        Typed typed = identify(folder.resolve("none").toString());
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err()).contains("no such file");
        assertThat(identify(folder.toString()).exit()).isEqualTo(Exit.WRONG);
    }

    @Test
    void a_url_is_asked_once_and_no_redirect_is_followed() throws IOException {
        HttpServer server = HttpServer.create(ANY, 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "http://other.example/");
                    exchange.getResponseHeaders().add("CF-Ray", "1");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.start();
        try {
            Typed typed = identify("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            assertThat(typed.exit()).isEqualTo(Exit.FINE);
            assertThat(typed.out()).contains("302", "Cloudflare");
            assertThat(typed.err()).contains("it points to http://other.example/");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_url_that_nobody_answers_is_a_problem_found() throws IOException {
        try (Socket reserved = new Socket()) {
            reserved.bind(ANY);
            Typed typed = identify("http://127.0.0.1:" + reserved.getLocalPort() + "/");
            assertThat(typed.exit()).isEqualTo(Exit.PROBLEM);
            assertThat(typed.err()).contains("no HTTP response", "no connection");
        }
    }

    @Test
    void a_server_that_hangs_up_is_a_problem_found() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 4, ANY.getAddress())) {
            Thread.ofVirtual().start(() -> hangUp(server));
            Typed typed = identify("http://127.0.0.1:" + server.getLocalPort() + "/");
            assertThat(typed.exit()).isEqualTo(Exit.PROBLEM);
            assertThat(typed.err()).contains("no HTTP response");
        }
    }

    private static void hangUp(ServerSocket server) {
        try {
            while (true) server.accept().close();
        } catch (IOException _) {
            return;
        }
    }

    @Test
    void a_page_whose_body_breaks_off_is_known_by_what_came_of_it() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 4, ANY.getAddress())) {
            Thread.ofVirtual().start(() -> breakOff(server));
            Typed typed = identify("http://127.0.0.1:" + server.getLocalPort() + "/");
            assertThat(typed.exit()).isEqualTo(Exit.PROBLEM);
            assertThat(typed.out()).contains("Squid");
            assertThat(typed.err()).contains("broke off").doesNotContain("no HTTP response");
        }
    }

    private static void breakOff(ServerSocket server) {
        String longer = SQUID.replace("\r\n\r\n", "\r\nContent-Length: 9999\r\n\r\n");
        try (Socket peer = server.accept()) {
            peer.getInputStream().read();
            peer.getOutputStream().write(longer.getBytes(UTF_8));
        } catch (IOException _) {
            return;
        }
    }

    @Test
    void a_url_that_is_none_is_wrong() {
        assertThat(identify("http://").exit()).isEqualTo(Exit.WRONG);
        assertThat(identify("http://a b/").exit()).isEqualTo(Exit.WRONG);
    }
}
