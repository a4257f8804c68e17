package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.logs.Explained;
import dev.goodgate.logs.report.Sheet.Ink;
import dev.goodgate.logs.story.Story;
import java.util.List;

/// The report for a terminal. Nothing in it but its own colours, where asked for, acts on one,
/// whatever the logs hold.
public final class TextReport {
    private static final int SPARKS = 40;
    private static final int NAMES = 14;
    private static final String IN = "   ";

    private final Report report;
    private final Sheet sheet;

    private TextReport(Report report, ReportOptions options) {
        this.report = report;
        sheet = new Sheet(options);
    }

    /// All of it, with a line end.
    public static String of(Explained explained, ReportOptions options) {
        Report report = new Report(explained, options);
        return new TextReport(report, options).whole();
    }

    /// One story of it by itself, told in full under that number.
    public static String story(
            Story story, int number, Explained explained, ReportOptions options) {
        TextReport text = new TextReport(new Report(explained, options), options);
        text.story(new Account(number, story, explained, options));
        return text.sheet.written();
    }

    private String whole() {
        sheet.sentence("", Ink.BOLD, report.verdict(), "");
        for (String remark : report.remarks()) sheet.sentence("", remark);
        for (Account account : report.told()) {
            sheet.blank();
            story(account);
        }
        notes();
        skipped();
        return sheet.written();
    }

    private void story(Account account) {
        String title = account.title();
        String rest = account.aside(title, account.sureness()).substring(title.length());
        sheet.sentence(number(account.number()), Ink.BOLD, title, rest);
        String course = report.texts().list(List.of("", account.course()));
        sheet.sentence(IN, Ink.RED, account.failures(), course);
        account.drawn(SPARKS).ifPresent(rate -> sheet.line(IN + rate.spark()));
        sheet.sentence(IN, account.observed());
        for (Report.Fact fact : report.facts(account)) {
            int gap = Math.max(1, NAMES - Columns.of(fact.name()));
            sheet.sentence(IN + fact.name() + " ".repeat(gap), fact.value());
        }
        evidence(account);
        why(account);
        others(account);
        steps(account);
        next(account);
    }

    private static String number(int number) {
        return (number + "  ").substring(0, Math.max(3, Integer.toString(number).length() + 1));
    }

    private void title(String title) {
        sheet.blank();
        sheet.sentence(IN, Ink.BOLD, title, "");
    }

    private void evidence(Account account) {
        title(report.text("page.evidence"));
        for (Account.Exhibit one : account.evidence()) sheet.quote(IN, one.place(), one.text());
    }

    private void why(Account account) {
        List<String> why = account.why();
        if (why.isEmpty()) return;
        title(report.text("story.why"));
        for (String reason : why) sheet.sentence(IN + "- ", reason);
    }

    private void others(Account account) {
        if (account.others().isEmpty()) return;
        title(account.othersTitle());
        for (Candidate one : account.others()) {
            sheet.sentence(IN + "- ", account.beside(one));
            for (String reason : one.reasons(true)) sheet.sentence(IN + "  + ", reason);
            for (String reason : one.reasons(false)) sheet.sentence(IN + "  − ", reason);
        }
    }

    private void steps(Account account) {
        List<Remedy> steps = account.cause().map(Candidate::steps).orElse(List.of());
        if (steps.isEmpty()) return;
        title(report.text("story.do"));
        int number = 0;
        for (Remedy step : steps) {
            sheet.sentence(IN + ++number + ". ", account.step(step));
            if (!step.command().isEmpty()) sheet.command(IN + IN, step.command());
        }
    }

    private void next(Account account) {
        account.next()
                .ifPresent(step -> {
                    title(account.nextTitle());
                    boolean told = account.cause().map(Candidate::confirmed).orElse(false);
                    if (told) sheet.sentence(IN + IN, step.text());
                    sheet.command(IN + IN, step.command());
                    if (!told) sheet.sentence(IN + IN, step.text());
                });
    }

    private void notes() {
        if (report.notes().isEmpty()) return;
        sheet.blank();
        sheet.sentence("", Ink.BOLD, report.text("story.notes"), "");
        for (Account account : report.notes()) {
            String times = "×" + report.texts().numbers().whole(account.story().failures());
            for (Account.Exhibit one : account.evidence().stream().limit(1).toList()) {
                sheet.quote(IN, one.place() + " " + times, one.text());
            }
        }
    }

    private void skipped() {
        if (report.explained().skipped().isEmpty()) return;
        sheet.blank();
        sheet.sentence("", Ink.BOLD, report.skippedTitle(), "");
        for (String line : report.skipped()) sheet.sentence(IN + "- ", line);
    }
}
