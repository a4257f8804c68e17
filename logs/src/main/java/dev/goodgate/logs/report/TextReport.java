package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.cause.Audience;
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
        String sureness = account.cause().map(cause -> " (" + cause.sureness() + ")").orElse("");
        sheet.sentence(number(account.number()), Ink.BOLD, account.title(), sureness);
        String course = report.texts().list(List.of("", account.course()));
        sheet.sentence(IN, Ink.RED, account.failures(), course);
        account.rate(SPARKS)
                .filter(rate -> rate.counts().size() > 1)
                .ifPresent(rate -> sheet.line(IN + rate.spark()));
        sheet.sentence(IN, account.place() + ": " + account.sentence());
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

    private void title(String key) {
        sheet.blank();
        sheet.sentence(IN, Ink.BOLD, report.text(key), "");
    }

    private void evidence(Account account) {
        title("page.evidence");
        for (Account.Exhibit one : account.evidence()) sheet.quote(IN, one.place(), one.text());
    }

    private void why(Account account) {
        title("story.why");
        for (String reason : account.why()) sheet.sentence(IN + "- ", reason);
    }

    private void others(Account account) {
        if (account.others().isEmpty()) return;
        title(account.cause().isPresent() ? "story.also" : "story.candidates");
        for (Candidate one : account.others()) {
            sheet.sentence(IN + "- ", one.title() + " (" + one.sureness() + ")");
            for (String reason : one.reasons(true)) sheet.sentence(IN + "  + ", reason);
            for (String reason : one.reasons(false)) sheet.sentence(IN + "  − ", reason);
        }
    }

    private void steps(Account account) {
        List<Remedy> steps = account.cause().map(Candidate::steps).orElse(List.of());
        if (steps.isEmpty()) return;
        title("story.do");
        int number = 0;
        for (Remedy step : steps) {
            String whom =
                    step.audience() == Audience.ADMINISTRATOR
                            ? ""
                            : report.text("audience." + step.audience().id()) + ": ";
            sheet.sentence(IN + ++number + ". ", whom + step.text());
            if (!step.command().isEmpty()) sheet.command(IN + IN, step.command());
        }
    }

    private void next(Account account) {
        account.next()
                .ifPresent(step -> {
                    sheet.blank();
                    sheet.sentence(IN, Ink.BOLD, account.nextTitle() + ": ", step.text());
                    sheet.command(IN + IN, step.command());
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
