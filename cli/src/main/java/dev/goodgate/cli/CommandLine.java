package dev.goodgate.cli;

import java.util.List;
import java.util.Optional;

/// Finds the command a command line means and runs it.
final class CommandLine {
    private final List<Command> commands;

    CommandLine(List<Command> commands) {
        this.commands = List.copyOf(commands);
    }

    /// Never throws: what goes wrong is said on the terminal and in the result.
    Exit run(List<String> words, Terminal terminal) {
        if (words.isEmpty()) {
            terminal.err().print(Help.overview(commands));
            return Exit.WRONG;
        }
        switch (words.getFirst()) {
            case "--help", "-h", "help" -> {
                return help(words.subList(1, words.size()), terminal);
            }
            case "--version", "version" -> {
                terminal.out().println("goodgate " + Version.text());
                return Exit.FINE;
            }
            default -> {}
        }
        Optional<Command> found = find(words);
        if (found.isEmpty()) return unknown(words.getFirst(), terminal);
        Command command = found.get();
        int used = command.usage().name().split(" ", -1).length;
        return run(command, words.subList(used, words.size()), terminal);
    }

    private static Exit run(Command command, List<String> words, Terminal terminal) {
        // No switch: choosing among types would link code that takes every command 20 ms.
        Arguments.Reading reading = Arguments.read(command.usage(), words);
        if (reading instanceof Arguments.Reading.Wrong(String sentence)) {
            String name = command.usage().name();
            terminal.say(name + ": " + sentence);
            terminal.err().println("Try: goodgate " + name + " --help");
            return Exit.WRONG;
        }
        if (reading instanceof Arguments.Reading.Good(Arguments arguments)) {
            return guarded(command, arguments, terminal);
        }
        terminal.out().print(Help.of(command.usage()));
        return Exit.FINE;
    }

    private static Exit guarded(Command command, Arguments arguments, Terminal terminal) {
        try {
            return command.run(arguments, terminal);
        } catch (Exception e) {
            terminal.say("this is a defect of goodgate, please report it with what follows");
            e.printStackTrace(terminal.err());
            return Exit.FAILED;
        }
    }

    private Exit help(List<String> words, Terminal terminal) {
        if (words.isEmpty()) {
            terminal.out().print(Help.overview(commands));
            return Exit.FINE;
        }
        Optional<Command> found = find(words);
        if (found.isEmpty()) return unknown(words.getFirst(), terminal);
        terminal.out().print(Help.of(found.get().usage()));
        return Exit.FINE;
    }

    /// The command whose name takes the most of the first words.
    private Optional<Command> find(List<String> words) {
        String two = words.size() > 1 ? words.get(0) + " " + words.get(1) : "";
        return named(two).or(() -> named(words.getFirst()));
    }

    private Optional<Command> named(String name) {
        for (Command command : commands) {
            if (command.usage().name().equals(name)) return Optional.of(command);
        }
        return Optional.empty();
    }

    private Exit unknown(String word, Terminal terminal) {
        List<String> names = commands.stream().map(command -> command.usage().name()).toList();
        String hint =
                Nearest.to(word, names).map(near -> "; did you mean " + near + "?").orElse("");
        terminal.say("there is no command \"" + word + "\"" + hint);
        terminal.err().println("Try: goodgate --help");
        return Exit.WRONG;
    }
}
