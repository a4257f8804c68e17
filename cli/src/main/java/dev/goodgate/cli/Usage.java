package dev.goodgate.cli;

import java.util.List;

/// What a command is called, takes and is good for. The parser and the help text come from here.
///
/// @param name the words that select it, such as `lab attack`
/// @param summary one line for the list of commands
/// @param operands what follows the options, such as `[CONFIG]`; empty for none
/// @param most the most operands it takes
/// @param details further paragraphs
/// @param examples whole command lines with what they do
record Usage(
        String name,
        String summary,
        String operands,
        int most,
        List<Option> options,
        List<String> details,
        List<Example> examples) {

    /// A command line to copy, and what it does.
    record Example(String line, String doc) {}

    Usage {
        options = List.copyOf(options);
        details = List.copyOf(details);
        examples = List.copyOf(examples);
    }
}
