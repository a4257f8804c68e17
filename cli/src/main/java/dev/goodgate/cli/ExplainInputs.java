package dev.goodgate.cli;

import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.source.Listing;
import dev.goodgate.logs.source.Opener;

/// What the user wants to be read: files, folders, pipes, the journal, or whatever this machine has.
record ExplainInputs(Arguments arguments, Terminal terminal) {
    static final Option JOURNAL = Option.flag("--journal", "Read the systemd journal too.");
    static final Option FOLLOW =
            Option.flag("--follow", "Keep reading; print each story as it forms.");

    boolean follow() {
        return arguments.has(FOLLOW);
    }

    /// Reads on until it is stopped.
    Exit follow(ExplainPaper paper) {
        throw new UnsupportedOperationException(paper.toString());
    }

    Listing listing(Opener opener, Explanation explanation) {
        return opener.list(arguments.operands());
    }

    void journal(Explanation explanation) {}
}
