package dev.goodgate.cli;

import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.find.Denied;
import dev.goodgate.logs.find.Found;
import dev.goodgate.logs.find.Journal;
import dev.goodgate.logs.find.Place;
import dev.goodgate.logs.find.Places;
import dev.goodgate.logs.report.Visible;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.source.Listing;
import dev.goodgate.logs.source.Opener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the user wants to be read: files, folders, pipes, the journal, or whatever this machine
/// has.
record ExplainInputs(Arguments arguments, Terminal terminal) {
    static final Option JOURNAL = Option.flag("--journal", "Read the systemd journal too.");
    static final Option FOLLOW =
            Option.flag("--follow", "Keep reading; print each story as it forms.");

    private static final int MOST_NAMED = 12;

    boolean follow() {
        return arguments.has(FOLLOW);
    }

    /// Whether the user leaves it to us where to look.
    static boolean anywhere(Arguments arguments) {
        return arguments.operands().isEmpty()
                && !arguments.has(JOURNAL)
                && !arguments.has(ExplainCommand.LINE);
    }

    /// Reads all of it.
    void read(Explanation explanation, Question question) {
        Opener opener = new Opener(System.in);
        if (!anywhere(arguments)) {
            read(opener.list(arguments.operands()), opener, explanation);
            if (arguments.has(JOURNAL)) journal(explanation, question);
            return;
        }
        Found found = found(question);
        read(opener.list(found.operands()), opener, explanation);
        if (found.journal()) journal(explanation, question);
        found.readContainers(explanation, question.span());
    }

    /// What this machine has, which is said.
    Found found(Question question) {
        Instant since = Instant.ofEpochMilli(question.span().from() / 1000);
        Found found = Places.here(System.getenv()).since(since);
        say(found);
        return found;
    }

    private void read(Listing listing, Opener opener, Explanation explanation) {
        try (ExplainProgress _ = ExplainProgress.on(terminal, listing, explanation)) {
            explanation.read(listing, opener);
        }
    }

    private static void journal(Explanation explanation, Question question) {
        String path = System.getenv().getOrDefault("PATH", "");
        Journal.on(path).read(explanation, question.span());
    }

    /// What is read, what is not, and how to allow it.
    private void say(Found found) {
        Texts texts = Texts.in(arguments.language());
        List<String> lines = new ArrayList<>();
        for (Place place : found.places()) lines.add(place(place, texts));
        if (lines.isEmpty()) lines.add(texts.text("story.find.nothing"));
        for (Denied denied : found.denied()) {
            Map<String, String> slots = Map.of("server", denied.server(), "where", denied.where());
            lines.add(texts.text(denied.why().key(), slots));
            denied.commands().forEach(command -> lines.add("    $ " + command));
        }
        lines.forEach(line -> terminal.err().println(Visible.of(line)));
        terminal.err().println();
    }

    private static String place(Place place, Texts texts) {
        return switch (place) {
            case Place.Files files -> {
                List<String> names = new ArrayList<>();
                files.paths().stream().limit(MOST_NAMED).forEach(path -> names.add("" + path));
                if (files.paths().size() > MOST_NAMED) names.add("…");
                yield files.server() + ": " + String.join(" ", names);
            }
            case Place.Journal _ -> texts.text("story.find.journal");
            case Place.Container container ->
                    container.engine().name() + ": " + container.name() + " " + container.image();
        };
    }
}
