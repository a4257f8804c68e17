package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.diagnosis.text.Json;
import dev.goodgate.logs.Explained;
import dev.goodgate.logs.line.Line;
import dev.goodgate.logs.report.Affected.Counted;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.tally.Coverage;
import java.util.List;
import java.util.Locale;

/// The report for programs: one object, as `docs/schema/explain.schema.json` describes it.
public final class JsonReport {
    private static final int SLICES = 120;
    private static final long SECOND = 1_000_000;
    private static final double DIGITS = 1e4;

    private final Json json = new Json();

    private JsonReport() {}

    /// The whole document, without a line end.
    public static String of(Explained explained, ReportOptions options) {
        return new JsonReport().write(new Report(explained, options));
    }

    private String write(Report report) {
        Explained explained = report.explained();
        Coverage.Read read = explained.coverage().total();
        json.open()
                .object("explained")
                .member("files", explained.coverage().sources().size())
                .member("lines", read.lines())
                .member("octets", read.octets())
                .member("cutLines", read.cut());
        if (report.timed()) {
            json.member("from", When.iso(report.first())).member("to", When.iso(report.last()));
        }
        json.member("millis", explained.micros() / 1000).close().list("stories");
        report.told().forEach(this::story);
        report.notes().forEach(this::story);
        json.end().list("skipped");
        for (Skipped one : explained.skipped()) {
            json.open()
                    .member("name", Visible.of(one.name()))
                    .member("why", Report.why(one))
                    .member("detail", Visible.of(one.detail()))
                    .close();
        }
        return json.end().close().toString();
    }

    private void story(Account account) {
        json.open()
                .member("number", account.number())
                .member("note", account.story().note())
                .member("symptom", account.story().symptom().id())
                .member("hop", account.hop().id())
                .member("phase", account.story().symptom().phase().id())
                .member("failures", account.story().failures());
        if (account.story().timed()) {
            json.member("first", When.iso(account.story().first()))
                    .member("last", When.iso(account.story().last()));
        }
        account.rate(SLICES).ifPresent(this::rate);
        json.list("causes");
        account.candidates().forEach(this::cause);
        json.end();
        Affected affected = account.affected();
        counted("upstreams", affected.upstreams(), account);
        counted("routes", affected.routes(), account);
        counted("hosts", affected.hosts(), account);
        counted("paths", affected.paths(), account);
        counted("statuses", affected.statuses(), account);
        var durations = affected.durations();
        if (durations.count() > 0) {
            json.object("millis")
                    .member("p50", durations.quantile(0.5))
                    .member("p95", durations.quantile(0.95))
                    .member("max", durations.quantile(1))
                    .close();
        }
        evidence(account);
        account.next()
                .ifPresent(step ->
                        json.object("next")
                                .member("command", step.command())
                                .member("text", step.text())
                                .close());
        json.close();
    }

    private void rate(Rate rate) {
        json.object("rate")
                .member("from", When.iso(rate.fromMicros()))
                .member("widthSeconds", rate.widthMicros() / SECOND)
                .list("counts");
        rate.counts().forEach(json::item);
        json.end().close();
    }

    private void cause(Candidate cause) {
        json.open()
                .member("id", cause.id())
                .member("title", cause.title())
                .member("confidence", cause.ranked().confidence().name().toLowerCase(Locale.ROOT))
                .member("belief", Math.round(cause.ranked().belief() * DIGITS) / DIGITS)
                .list("reasons");
        cause.reasons(true).forEach(json::item);
        json.end().list("remedies");
        for (Remedy step : cause.steps()) {
            json.open()
                    .member("audience", step.audience().id())
                    .member("text", step.text())
                    .known("command", step.command())
                    .known("risk", step.risk())
                    .close();
        }
        json.end().close();
    }

    private void counted(String name, List<Counted> values, Account account) {
        json.list(name);
        for (Counted one : values.subList(0, Math.min(10, values.size()))) {
            json.open()
                    .member("value", account.masking().shown(one.value()))
                    .member("count", one.count())
                    .close();
        }
        json.end();
    }

    private void evidence(Account account) {
        json.list("evidence");
        for (Account.Exhibit one : account.evidence()) {
            json.open().member("file", one.file()).member("line", one.line());
            if (one.micros() != Line.NO_TIME) json.member("time", When.iso(one.micros()));
            json.member("text", one.text()).close();
        }
        json.end();
    }
}
