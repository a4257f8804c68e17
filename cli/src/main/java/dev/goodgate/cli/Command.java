package dev.goodgate.cli;

/// One command. To add one: a class here and a line in [Commands#ALL].
interface Command {
    Usage usage();

    /// Does the work. Data goes to the terminal's `out`, messages to `err`. What the user can mend
    /// is said in a sentence and ends in [Exit#WRONG]; an exception is a bug and ends in
    /// [Exit#FAILED].
    Exit run(Arguments arguments, Terminal terminal) throws Exception;
}
