package dev.goodgate.cli;

import dev.goodgate.diagnosis.text.Json;
import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.gateway.config.Fault;
import dev.goodgate.gateway.config.Notice;
import java.nio.file.Path;
import java.util.List;

/// `goodgate check`: reads a configuration as `run` would, and says what is wrong with it.
final class CheckCommand implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "check",
                "Check a configuration file.",
                "CONFIG",
                1,
                List.of(Option.JSON, Option.LANG),
                List.of(
                        "Names every fault with line and column, and whatever works but is"
                                + " probably not meant. Ends with 0 when all is well, 1 when there"
                                + " are only warnings, 2 when the file cannot be used."),
                List.of(
                        new Usage.Example(
                                "goodgate check goodgate.yaml", "before a reload, in a hook"),
                        new Usage.Example(
                                "goodgate check --json goodgate.yaml", "the same for an editor")));
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) {
        if (arguments.operand(0).isEmpty()) {
            terminal.say("check: name the configuration file");
            return Exit.WRONG;
        }
        String file = arguments.operand(0).get();
        ConfigFile.Reading reading = ConfigFile.read(Path.of(file), System.getenv());
        return switch (reading) {
            case ConfigFile.Reading.Faulty(List<Fault> faults) -> {
                report(arguments, terminal, file, faults, List.of());
                terminal.say(file + ": " + count(faults.size(), "fault"));
                yield Exit.WRONG;
            }
            case ConfigFile.Reading.Loaded(_, List<Notice> warnings, _) -> {
                report(arguments, terminal, file, List.of(), warnings);
                if (warnings.isEmpty()) {
                    terminal.say(file + " is fine");
                    yield Exit.FINE;
                }
                terminal.say(file + " can be used: " + count(warnings.size(), "warning"));
                yield Exit.PROBLEM;
            }
        };
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static void report(
            Arguments arguments,
            Terminal terminal,
            String file,
            List<Fault> faults,
            List<Notice> warnings) {
        if (arguments.has(Option.JSON)) {
            terminal.out().println(json(file, faults, warnings));
            return;
        }
        faults.forEach(terminal.out()::println);
        warnings.forEach(terminal.out()::println);
    }

    private static String json(String file, List<Fault> faults, List<Notice> warnings) {
        Json json = new Json().open().member("file", file).member("valid", faults.isEmpty());
        json.list("faults");
        for (Fault fault : faults) {
            json.open().member("line", fault.line()).member("column", fault.column());
            json.known("path", fault.path()).member("seen", fault.seen());
            json.member("expected", fault.expected()).known("hint", fault.hint().orElse(""));
            json.close();
        }
        json.end().list("warnings");
        for (Notice notice : warnings) {
            json.open().member("line", notice.line()).member("column", notice.column());
            json.known("path", notice.path()).member("text", notice.text()).close();
        }
        return json.end().close().toString();
    }
}
