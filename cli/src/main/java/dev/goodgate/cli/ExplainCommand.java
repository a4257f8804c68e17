package dev.goodgate.cli;

import dev.goodgate.logs.Explained;
import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.story.Story;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// `goodgate explain`: any server's logs to the root cause.
final class ExplainCommand implements Command {
    private static final int MOST = 1000;

    static final Option LINE =
            Option.valued("--line", "TEXT", "Explain one pasted line, or a few.");
    static final Option CASES =
            Option.valued("--cases", "FILE", "Score a file of labelled cases instead.");

    private static final List<Usage.Example> EXAMPLES =
            List.of(
                    new Usage.Example("goodgate explain", "the logs of this machine"),
                    new Usage.Example("goodgate explain /var/log/nginx", "a folder"),
                    new Usage.Example("kubectl logs deploy/web | goodgate explain -", "a pipe"),
                    new Usage.Example(
                            "goodgate explain --journal --since 2h", "the systemd journal"),
                    new Usage.Example(
                            "goodgate explain /var/log/nginx --follow", "each story as it forms"),
                    new Usage.Example(
                            "goodgate explain --line 'connect() failed (111: Connection"
                                    + " refused) while connecting to upstream'",
                            "one pasted line"));

    @Override
    public Usage usage() {
        return new Usage(
                "explain",
                "Read any server's logs and name the cause of each failure.",
                "[FILE|DIR|-]…",
                MOST,
                List.of(
                        LINE,
                        ExplainInputs.JOURNAL,
                        ExplainInputs.FOLLOW,
                        ExplainQuestion.SINCE,
                        ExplainQuestion.UNTIL,
                        ExplainQuestion.ZONE,
                        ExplainQuestion.FORMAT,
                        ExplainPaper.AUDIENCE,
                        ExplainPaper.ALL,
                        ExplainPaper.REDACT,
                        ExplainPaper.RAW,
                        ExplainPaper.MARKDOWN,
                        ExplainPaper.HTML,
                        CASES,
                        Option.JSON,
                        Option.LANG),
                List.of(
                        "Reads logs of nginx, Apache, HAProxy, Envoy, Caddy, Traefik, Varnish,"
                                + " PHP, application servers, databases, the kernel, containers"
                                + " and clouds, plain or compressed, by their content. - is"
                                + " standard input. Without an operand it finds the logs of this"
                                + " machine and says which it may not read.",
                        "WHEN is "
                                + ExplainSpan.FORMS
                                + ". Reports for others (--json, --markdown, --html) leave out"
                                + " secrets and addresses of people unless --raw is given.",
                        "Ends with 0 when nothing failed, 1 when it found failures, 2 for wrong"
                                + " usage or when nothing could be read."),
                EXAMPLES);
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) throws IOException {
        Explanation.prepare();
        Optional<String> cases = arguments.value(CASES);
        if (cases.isPresent()) return ExplainCases.run(cases.get(), arguments, terminal);
        Optional<ExplainPaper> paper = ExplainPaper.of(arguments, terminal);
        Optional<Question> question = ExplainQuestion.of(arguments, terminal);
        if (paper.isEmpty() || question.isEmpty()) return Exit.WRONG;
        try (Explanation explanation = new Explanation(question.get())) {
            ExplainInputs inputs = new ExplainInputs(arguments, terminal);
            return run(explanation, inputs, question.get(), paper.get());
        }
    }

    private static Exit run(
            Explanation explanation, ExplainInputs inputs, Question question, ExplainPaper paper)
            throws IOException {
        Optional<String> line = inputs.arguments().value(LINE);
        if (line.isPresent()) {
            explanation.text("--line", line.get());
            return told(explanation.done(), paper);
        }
        if (inputs.follow()) return follow(inputs, question, paper);
        inputs.read(explanation, question);
        return told(explanation.done(), paper);
    }

    private static Exit follow(ExplainInputs inputs, Question question, ExplainPaper paper)
            throws IOException {
        if (paper.grows()) return ExplainFollow.run(inputs, question, paper);
        inputs.terminal()
                .say(
                        "explain: --follow --html: a page cannot grow (expected: --json or --markdown)");
        return Exit.WRONG;
    }

    private static Exit told(Explained explained, ExplainPaper paper) {
        paper.print(explained);
        if (explained.coverage().total().lines() == 0 && !explained.skipped().isEmpty()) {
            return Exit.WRONG;
        }
        return explained.stories().stream().allMatch(Story::note) ? Exit.FINE : Exit.PROBLEM;
    }
}
