package dev.goodgate.gateway.config;

import dev.goodgate.diagnosis.answer.ErrorPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Rules about error pages: the file is there and its slots are known and well placed. A fault in
/// the page is told at its line and column in the page.
final class ErrorPageRules {
    private final Settings settings;
    private final Findings findings;

    ErrorPageRules(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    void check() {
        page(settings.errorPages().html(), "error-pages.html");
        for (int i = 0; i < settings.routes().size(); i++) {
            page(
                    settings.routes().get(i).errorPages().html(),
                    "routes[" + i + "].error-pages.html");
        }
    }

    private void page(String file, String path) {
        if (file.isEmpty() || findings.broken(path)) return;
        Path page = Path.of(file);
        try {
            if (!Files.isRegularFile(page)) {
                findings.fault(path, "a file that is there", "");
                return;
            }
            switch (read(page)) {
                case ErrorPage.Reading.Wrong(int line, int column, var seen, var expected) ->
                        findings.fault(
                                new Fault(file, line, column, path, seen, expected, hint(seen)));
                case ErrorPage.Reading.Good(var good) when !good.namesIncident() ->
                        findings.warn(
                                path, "the page has no {{incident}}: visitors cannot name it");
                case ErrorPage.Reading.Good _ -> {}
            }
        } catch (IOException e) {
            findings.fault(path, "a file that can be read", "");
        }
    }

    /// The slot that was probably meant by `{{incidnet}}`.
    private static Optional<String> hint(String seen) {
        if (!seen.startsWith("{{") || !seen.endsWith("}}")) return Optional.empty();
        String near = Nearest.of(seen.substring(2, seen.length() - 2).strip(), ErrorPage.slots());
        return near.isEmpty() ? Optional.empty() : Optional.of("did you mean " + near + "?");
    }

    private static ErrorPage.Reading read(Path page) throws IOException {
        try (InputStream octets = Files.newInputStream(page)) {
            return ErrorPage.read(octets.readNBytes(ErrorPage.MOST_OCTETS + 1));
        }
    }
}
