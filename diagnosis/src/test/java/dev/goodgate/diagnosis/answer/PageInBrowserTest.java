package dev.goodgate.diagnosis.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Samples;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The page in a real browser: axe-core finds nothing to complain about, nothing is cut off,
/// nothing is fetched. `-Dscreenshots=FOLDER` leaves pictures to look at.
class PageInBrowserTest {
    private static final Path AXE = Path.of("src/test/resources/axe/axe.min.js");
    private static final Map<String, Diagnosis> PAGES = pages();
    private static Optional<Browser> browser = Optional.empty();
    private static Optional<HttpServer> server = Optional.empty();

    /// One page for each shape the drawing takes.
    private static Map<String, Diagnosis> pages() {
        Map<String, Diagnosis> pages = new LinkedHashMap<>();
        pages.put("upstream", Samples.diagnosis(Samples.refused()));
        pages.put("path", Samples.diagnosis(Samples.unreachable()));
        pages.put("resolver", Samples.diagnosis(Samples.nameless()));
        pages.put("visitor", Samples.diagnosis(Samples.malformed()));
        pages.put("dependency", simple(Symptom.ORIGIN_DEPENDENCY));
        pages.put("access", simple(Symptom.ACCESS_CAPTIVE));
        pages.put("gateway", simple(Symptom.PROXY_CONFIG));
        return pages;
    }

    private static Diagnosis simple(Symptom symptom) {
        return Samples.diagnosis(Failure.of(symptom, "", List.of(), List.of()));
    }

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "no chromium is installed");
        HttpServer serving =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        serving.createContext("/", PageInBrowserTest::serve);
        serving.start();
        server = Optional.of(serving);
        Browser tab = Browser.start(chromium.get());
        browser = Optional.of(tab);
        tab.inject(Files.readString(AXE));
    }

    @AfterAll
    static void stop() {
        browser.ifPresent(Browser::close);
        server.ifPresent(serving -> serving.stop(0));
    }

    /// `/ru/full/upstream`: exactly the fields and octets a gateway sends.
    private static void serve(HttpExchange exchange) throws IOException {
        String[] words = exchange.getRequestURI().getPath().split("/", -1);
        try (exchange) {
            if (words.length != 4) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            Language language = Language.find(words[1]).orElseThrow();
            Exposure exposure = Exposure.valueOf(words[2].toUpperCase(Locale.ROOT));
            Reader reader = new Reader(Format.HTML, language, exposure, true);
            Answer answer =
                    new Answers()
                            .answer(
                                    PAGES.getOrDefault(words[3], simple(Symptom.PROXY_CONFIG)),
                                    reader);
            for (Answer.Field field : answer.fields()) {
                exchange.getResponseHeaders().add(field.name(), field.value());
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    static Stream<Arguments> views() {
        List<Arguments> views = new ArrayList<>();
        for (Language language : Language.all()) {
            for (String theme : List.of("light", "dark")) {
                for (Exposure exposure : Exposure.values()) {
                    String shown = exposure.name().toLowerCase(Locale.ROOT);
                    views.add(Arguments.of(language.tag(), theme, shown));
                }
            }
        }
        return views.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("views")
    void nobody_is_kept_out_and_nothing_is_cut_off(String language, String theme, String exposure)
            throws Exception {
        look("/" + language + "/" + exposure + "/upstream", theme);
    }

    /// In the language with the longest words.
    @ParameterizedTest
    @MethodSource("shapes")
    void every_shape_of_the_drawing_fits(String shape) throws Exception {
        for (String theme : List.of("light", "dark")) look("/ru/full/" + shape, theme);
    }

    static Stream<String> shapes() {
        return PAGES.keySet().stream();
    }

    private static void look(String path, String theme) throws Exception {
        Browser tab = browser.orElseThrow();
        for (int width : List.of(1280, 390, 320)) {
            tab.appearance(width, theme);
            tab.open(url(path));
            String view = path + " at " + width;
            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .as(view)
                    .isLessThanOrEqualTo(width);
            if (width == 320) continue;
            assertThat(violations(tab)).as(view).isEqualTo("[]");
            assertThat(tab.requests()).as(view).containsExactly(url(path));
            assertThat(tab.complaints())
                    .as(view)
                    .allMatch(said -> said.contains("\"source\":\"network\""));
            picture(tab, path.substring(1).replace('/', '-') + "-" + theme + "-" + width);
        }
    }

    @Test
    void the_button_counts_down_and_can_be_stopped() throws Exception {
        Browser tab = browser.orElseThrow();
        for (Language language : Language.all()) {
            String url = url("/" + language.tag() + "/public/upstream");
            tab.open(url);
            tab.evaluate("sessionStorage.clear()");
            tab.open(url);
            assertThat(tab.evaluate("document.getElementById('count').textContent").asString())
                    .matches(".*[0-9].*")
                    .doesNotContain("{");
            tab.evaluate("document.getElementById('stop').click()");
            assertThat(tab.evaluate("document.getElementById('stop').hidden").asBoolean()).isTrue();
            assertThat(tab.evaluate("document.getElementById('count').textContent").asString())
                    .doesNotMatch(".*[0-9].*");
        }
    }

    @Test
    void axe_is_the_file_its_page_says() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(AXE));
        assertThat(Files.readString(AXE.resolveSibling("README.md")))
                .contains(HexFormat.of().formatHex(hash));
    }

    private static String violations(Browser tab) {
        return tab.evaluate(
                        "axe.run(document, {resultTypes: ['violations']}).then(found =>"
                                + " JSON.stringify(found.violations.map(v => v.id + ': ' +"
                                + " v.nodes.map(n => n.html).join(' '))))")
                .asString();
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + server.orElseThrow().getAddress().getPort() + path;
    }

    private static void picture(Browser tab, String name) throws IOException {
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) Files.write(Path.of(folder, name + ".png"), tab.screenshot());
    }
}
