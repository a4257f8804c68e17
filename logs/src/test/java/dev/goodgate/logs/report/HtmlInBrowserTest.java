package dev.goodgate.logs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.goodgate.diagnosis.answer.Browser;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.logs.Explained;
import dev.goodgate.logs.cases.CaseFile;
import dev.goodgate.logs.cases.CaseFile.CaseFault;
import dev.goodgate.logs.cases.LabelledCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The page as somebody opens it who was sent the file: a real browser shows it whole and fetches
/// nothing, axe-core finds nothing to complain about. `-Dscreenshots=FOLDER` leaves pictures to
/// look at.
final class HtmlInBrowserTest {
    private static final Path AXE = Path.of("../diagnosis/src/test/resources/axe/axe.min.js");
    private static final Path CORPUS = Path.of("src/test/resources/corpus/recorded.jsonl");
    private static final int EVERY = 24;

    @TempDir static Path folder;

    private static Optional<Browser> browser = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "no chromium is installed");
        Browser tab = Browser.start(chromium.get());
        browser = Optional.of(tab);
        tab.inject(Files.readString(AXE));
    }

    @AfterAll
    static void stop() {
        browser.ifPresent(Browser::close);
    }

    static Stream<Arguments> views() {
        List<Arguments> views = new ArrayList<>();
        for (Language language : Language.all()) {
            for (String theme : List.of("light", "dark")) {
                views.add(Arguments.of(language, theme));
            }
        }
        return views.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("views")
    void nobody_is_kept_out_and_nothing_is_cut_off(Language language, String theme)
            throws Exception {
        look(Samples.troubled(), "troubled", language, theme);
    }

    @Test
    void real_servers_logs_fit_on_it() throws Exception {
        look(recorded(EVERY), "recorded", Language.ENGLISH, "light");
        look(recorded(EVERY + 1), "recorded", Language.find("ru").orElseThrow(), "dark");
    }

    @Test
    void nothing_to_tell_is_a_page_too() throws Exception {
        look(Samples.healthy(), "healthy", Language.ENGLISH, "light");
        look(Samples.read(Map.of(), List.of()), "nothing", Language.ENGLISH, "dark");
    }

    @Test
    void the_contents_lead_to_each_of_many_stories() throws Exception {
        Browser tab = opened(recorded(1), "everything", Language.ENGLISH);
        int stories = tab.evaluate("document.querySelectorAll('article').length").asInt();
        assertThat(stories).isGreaterThan(10);
        assertThat(tab.evaluate(LED_TO).asInt()).isEqualTo(stories);
        assertThat(tab.complaints()).isEmpty();
    }

    /// The logs of every so many cases of the corpus, a file each.
    private static Explained recorded(int every) throws IOException, CaseFault {
        Map<String, String> files = new LinkedHashMap<>();
        for (LabelledCase one : CaseFile.read(CORPUS)) {
            if (one.number() % every != 0 && every > 1) continue;
            files.put("/var/log/" + one.id() + ".log", String.join("\n", one.lines()) + "\n");
        }
        return Samples.read(files, List.of());
    }

    private static Browser opened(Explained explained, String name, Language language)
            throws Exception {
        Path page = folder.resolve(name + "-" + language.tag() + ".html");
        Files.writeString(page, HtmlReport.of(explained, ReportOptions.shared(Texts.in(language))));
        Browser tab = browser.orElseThrow();
        tab.open(page.toUri().toString());
        assertThat(tab.requests()).containsExactly(page.toUri().toString());
        return tab;
    }

    private static void look(Explained explained, String name, Language language, String theme)
            throws Exception {
        for (int width : List.of(1280, 390, 320)) {
            browser.orElseThrow().appearance(width, theme);
            Browser tab = opened(explained, name, language);
            String view = name + " " + language.tag() + " " + theme + " at " + width;
            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .as(view)
                    .isLessThanOrEqualTo(width);
            if (width == 320) continue;
            assertThat(violations(tab)).as(view).isEqualTo("[]");
            assertThat(tab.complaints()).as(view).isEmpty();
            assertThat(tab.evaluate(SCRIPTS).asInt()).as(view).isZero();
            assertThat(tab.evaluate("getComputedStyle(document.body).marginTop").asString())
                    .as("its own style is allowed by its own policy")
                    .isEqualTo("0px");
            picture(tab, name + "-" + language.tag() + "-" + theme + "-" + width);
        }
    }

    private static final String LED_TO =
            "[...document.querySelectorAll('nav a')].filter(one => one.textContent !== '' &&"
                    + " document.querySelector('article > ' + one.getAttribute('href'))).length";

    private static final String SCRIPTS =
            "document.scripts.length + [...document.querySelectorAll('*')].filter(one =>"
                    + " one.getAttributeNames().some(name => name.startsWith('on'))).length";

    private static String violations(Browser tab) {
        return tab.evaluate(
                        "axe.run(document, {resultTypes: ['violations']}).then(found =>"
                                + " JSON.stringify(found.violations.map(v => v.id + ': ' +"
                                + " v.nodes.map(n => n.html).join(' '))))")
                .asString();
    }

    private static void picture(Browser tab, String name) throws IOException {
        String pictures = System.getProperty("screenshots", "");
        if (!pictures.isEmpty()) Files.write(Path.of(pictures, name + ".png"), tab.screenshot());
    }
}
