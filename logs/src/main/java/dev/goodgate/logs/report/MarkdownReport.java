package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.answer.Paper;
import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.logs.Explained;
import java.util.List;

/// The report as Markdown, for a ticket or a language model. What stems from logs stands in code
/// spans or is escaped: no reader takes it for markup.
public final class MarkdownReport {
    private static final int SPARKS = 40;

    private final Report report;
    private final ReportOptions options;
    private final Paper paper = Paper.markdown();

    private MarkdownReport(Report report, ReportOptions options) {
        this.report = report;
        this.options = options;
    }

    /// All of it, with a line end.
    public static String of(Explained explained, ReportOptions options) {
        return new MarkdownReport(new Report(explained, options), options).whole();
    }

    private String whole() {
        paper.heading(report.text("story.title")).text(report.verdict());
        report.remarks().forEach(paper::text);
        report.told().forEach(this::story);
        notes();
        if (!report.explained().skipped().isEmpty()) {
            paper.heading(report.skippedTitle());
            report.skipped().forEach(paper::item);
        }
        if (options.redact()) paper.text(report.text("story.redacted"));
        paper.text(report.text("story.made_by"));
        return paper.written().stripLeading();
    }

    private void story(Account account) {
        paper.heading(account.number() + ". " + account.title());
        String count = report.texts().list(List.of(account.failures(), account.course()));
        paper.text(count);
        paper.text(account.observed());
        String cause =
                account.cause()
                        .map(one -> account.aside(one.id(), one.sureness()))
                        .orElse(account.sureness());
        paper.fact(report.text("story.cause"), cause);
        account.drawn(SPARKS)
                .ifPresent(rate -> paper.fact(report.text("story.chart"), rate.spark()));
        for (Report.Fact fact : report.facts(account)) paper.fact(fact.name(), fact.value());
        part("page.evidence");
        for (Account.Exhibit one : account.evidence()) {
            paper.quote(one.place() + "  " + one.text());
        }
        if (!account.why().isEmpty()) part("story.why");
        account.why().forEach(paper::item);
        others(account);
        steps(account);
        account.next()
                .ifPresent(step -> {
                    paper.subheading(account.nextTitle(), "");
                    paper.item(step.text()).command(step.command());
                });
    }

    private void part(String key) {
        paper.subheading(report.text(key), "");
    }

    private void others(Account account) {
        if (account.others().isEmpty()) return;
        paper.subheading(account.othersTitle(), "");
        for (Candidate one : account.others()) {
            paper.item(account.beside(one));
        }
    }

    private void steps(Account account) {
        if (account.cause().isEmpty()) return;
        part("story.do");
        for (Remedy step : account.cause().get().steps()) {
            paper.item(account.step(step));
            if (!step.command().isEmpty()) paper.command(step.command());
        }
    }

    private void notes() {
        if (report.notes().isEmpty()) return;
        paper.heading(report.text("story.notes"));
        for (Account account : report.notes()) {
            String times = "×" + report.texts().numbers().whole(account.story().failures());
            for (Account.Exhibit one : account.evidence().stream().limit(1).toList()) {
                paper.quote(one.place() + " " + times + "  " + one.text());
            }
        }
    }
}
