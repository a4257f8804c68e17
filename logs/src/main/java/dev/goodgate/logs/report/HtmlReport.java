package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.logs.Explained;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// The report as one page that needs nothing else: no script, no other file, and a policy that
/// allows neither. Everything in it that is text is escaped.
public final class HtmlReport {
    private static final int FEWEST_LISTED = 3;
    private static final String STYLE = style();
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-"
                    + hash(STYLE)
                    + "'; base-uri 'none';"
                    + " form-action 'none'";

    private final Report report;
    private final ReportOptions options;
    private final Html out = new Html();

    private HtmlReport(Report report, ReportOptions options) {
        this.report = report;
        this.options = options;
    }

    /// The whole page, to be kept as UTF-8.
    public static String of(Explained explained, ReportOptions options) {
        return new HtmlReport(new Report(explained, options), options).page();
    }

    private String page() {
        out.raw("<!doctype html>\n<html lang=\"").text(report.texts().language().written());
        out.raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").text(POLICY);
        out.raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.raw("<meta name=\"robots\" content=\"noindex\">\n");
        out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.element("title", report.text("story.title")).line();
        out.raw("<style>").raw(STYLE).raw("</style>\n</head>\n<body>\n<header>\n");
        out.element("h1", report.text("story.title")).line();
        out.element("p class=\"lead\"", report.verdict()).line();
        for (String remark : report.remarks()) out.element("p class=\"soft\"", remark).line();
        contents();
        out.raw("</header>\n<main>\n");
        report.told().forEach(this::story);
        notes();
        skipped();
        out.raw("</main>\n<footer>\n");
        if (options.redact()) out.element("p", report.text("story.redacted")).line();
        out.element("p", report.text("story.made_by")).line();
        return out.raw("</footer>\n</body>\n</html>\n").written();
    }

    /// Where each story stands, as soon as they do not fit on a screen.
    private void contents() {
        if (report.told().size() < FEWEST_LISTED) return;
        out.raw("<nav aria-label=\"").text(report.text("story.title")).raw("\"><ol>\n");
        for (Account account : report.told()) {
            out.raw("<li><a href=\"#story-" + account.number() + "\">").text(account.title());
            out.raw("</a> ").element("span class=\"soft\"", account.failures()).raw("</li>\n");
        }
        out.raw("</ol></nav>\n");
    }

    private void story(Account account) {
        String id = "story-" + account.number();
        out.raw("<article class=\"card\" aria-labelledby=\"" + id + "\">\n");
        out.element("h2 id=\"" + id + "\"", account.number() + ". " + account.title()).line();
        out.raw("<p class=\"sure\">").text(account.sureness());
        account.cause().ifPresent(cause -> out.raw(" · ").element("code", cause.id()));
        out.raw("</p>\n");
        out.raw("<p>").element("b class=\"count\"", account.failures());
        out.text(report.texts().list(List.of("", account.course()))).raw("</p>\n");
        account.drawn(HtmlChart.SLICES).ifPresent(rate -> new HtmlChart(report, out).draw(rate));
        out.element("p", account.observed()).line();
        facts(account);
        lines(account);
        list(report.text("story.why"), account.why());
        others(account);
        steps(account);
        account.next()
                .ifPresent(step -> {
                    out.raw("<div class=\"next\">").element("h3", account.nextTitle());
                    out.element("p", step.text()).element("pre", step.command()).raw("</div>\n");
                });
        out.raw("</article>\n");
    }

    private void facts(Account account) {
        List<Report.Fact> facts = report.facts(account);
        if (facts.isEmpty()) return;
        out.raw("<dl>");
        for (Report.Fact fact : facts) {
            out.element("dt", fact.name()).element("dd", fact.value());
        }
        out.raw("</dl>\n");
    }

    private void lines(Account account) {
        out.element("h3", report.text("page.evidence")).raw("\n<ol class=\"lines\">");
        for (Account.Exhibit one : account.evidence()) {
            out.raw("<li>").element("span class=\"at\"", one.place());
            out.element("code", one.text()).raw("</li>\n");
        }
        out.raw("</ol>\n");
    }

    private void list(String title, List<String> items) {
        if (items.isEmpty()) return;
        out.element("h3", title).raw("\n<ul>");
        for (String item : items) out.element("li", item);
        out.raw("</ul>\n");
    }

    private void others(Account account) {
        List<String> others = account.others().stream().map(account::beside).toList();
        list(account.othersTitle(), others);
    }

    private void steps(Account account) {
        List<Remedy> steps = account.cause().map(Candidate::steps).orElse(List.of());
        if (steps.isEmpty()) return;
        out.element("h3", report.text("story.do")).raw("\n<ol>");
        for (Remedy step : steps) {
            out.raw("<li>").text(account.step(step));
            if (!step.command().isEmpty()) out.element("pre", step.command());
            out.raw("</li>\n");
        }
        out.raw("</ol>\n");
    }

    private void notes() {
        if (report.notes().isEmpty()) return;
        out.raw("<section class=\"card\">");
        out.element("h2", report.text("story.notes")).raw("\n<ol class=\"lines\">");
        for (Account account : report.notes()) {
            String times = " ×" + report.texts().numbers().whole(account.story().failures());
            for (Account.Exhibit one : account.evidence().stream().limit(1).toList()) {
                out.raw("<li>").element("span class=\"at\"", one.place() + times);
                out.element("code", one.text()).raw("</li>\n");
            }
        }
        out.raw("</ol></section>\n");
    }

    private void skipped() {
        if (report.explained().skipped().isEmpty()) return;
        out.raw("<section class=\"card\">").element("h2", report.skippedTitle()).raw("\n<ul>");
        for (String line : report.skipped()) out.element("li", line);
        out.raw("</ul></section>\n");
    }

    private static String style() {
        try (InputStream stream = HtmlReport.class.getResourceAsStream("report.css")) {
            if (stream == null) throw new IllegalStateException("no resource report.css");
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String hash(String style) {
        try {
            byte[] octets = style.getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(octets);
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: every Java has it", missing);
        }
    }
}
