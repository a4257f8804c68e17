package dev.goodgate.cli;

import dev.goodgate.diagnosis.cause.Audience;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.logs.Explained;
import dev.goodgate.logs.report.HtmlReport;
import dev.goodgate.logs.report.JsonReport;
import dev.goodgate.logs.report.MarkdownReport;
import dev.goodgate.logs.report.ReportOptions;
import dev.goodgate.logs.report.TextReport;
import dev.goodgate.logs.story.Story;
import java.util.Optional;
import java.util.Set;

/// On which paper a report is written, and for whom.
record ExplainPaper(Form form, ReportOptions options, Terminal terminal) {
    static final Option AUDIENCE =
            Option.valued("--audience", "WHO", "Advice for visitor, owner or administrator only.");
    static final Option ALL = Option.flag("--all", "Tell notes in full too.");
    static final Option REDACT =
            Option.flag("--redact", "Leave out secrets and addresses of people here too.");
    static final Option RAW = Option.flag("--raw", "Leave them in, whatever the form.");
    static final Option MARKDOWN = Option.flag("--markdown", "Print Markdown, for a ticket.");
    static final Option HTML = Option.flag("--html", "Print one self-contained HTML page.");

    /// What a report is written as.
    enum Form {
        TEXT,
        JSON,
        MARKDOWN,
        HTML
    }

    private static final int WIDTH = 100;
    private static final int MOST_WIDTH = 160;

    /// The paper asked for, or nothing when something is wrong with the wish, which is said.
    static Optional<ExplainPaper> of(Arguments arguments, Terminal terminal) {
        Set<Audience> audiences = ReportOptions.OPERATORS;
        Optional<String> who = arguments.value(AUDIENCE);
        if (who.isPresent()) {
            Optional<Audience> audience = audience(who.get());
            if (audience.isEmpty()) {
                terminal.say(
                        "explain: --audience "
                                + who.get()
                                + " (expected: visitor, owner or administrator)");
                return Optional.empty();
            }
            audiences = Set.of(audience.get());
        }
        Form form =
                arguments.has(Option.JSON)
                        ? Form.JSON
                        : arguments.has(MARKDOWN)
                                ? Form.MARKDOWN
                                : arguments.has(HTML) ? Form.HTML : Form.TEXT;
        boolean redact = (form != Form.TEXT || arguments.has(REDACT)) && !arguments.has(RAW);
        ReportOptions options =
                new ReportOptions(
                        Texts.in(arguments.language()),
                        audiences,
                        redact,
                        form == Form.TEXT && Screen.colours(),
                        Math.min(Screen.width(WIDTH), MOST_WIDTH),
                        arguments.has(ALL));
        return Optional.of(new ExplainPaper(form, options, terminal));
    }

    private static Optional<Audience> audience(String name) {
        for (Audience one : Audience.values()) {
            if (one.id().equals(name)) return Optional.of(one);
        }
        return Optional.empty();
    }

    void print(Explained explained) {
        terminal.out()
                .print(
                        switch (form) {
                            case TEXT -> TextReport.of(explained, options);
                            case JSON -> JsonReport.of(explained, options) + "\n";
                            case MARKDOWN -> MarkdownReport.of(explained, options);
                            case HTML -> HtmlReport.of(explained, options);
                        });
        terminal.out().flush();
    }

    /// Whether stories can be printed one after the other as they form.
    boolean grows() {
        return form != Form.HTML;
    }

    /// One story that has just formed, while logs are followed: in JSON, a document a line.
    void print(Story story, int number, Explained explained) {
        String text = TextReport.story(story, number, explained, options);
        if (form == Form.TEXT) terminal.out().println(text);
        else print(explained);
        terminal.out().flush();
    }
}
