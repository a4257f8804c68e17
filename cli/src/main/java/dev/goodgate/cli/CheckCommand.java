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
        FaultText text = new FaultText(arguments.language());
        if (arguments.operand(0).isEmpty()) {
            terminal.say(text.word("check.name_file"));
            return Exit.WRONG;
        }
        String file = arguments.operand(0).get();
        ConfigFile.Reading reading = ConfigFile.read(Path.of(file), System.getenv());
        return switch (reading) {
            case ConfigFile.Reading.Faulty(List<Fault> faults) -> {
                report(arguments, terminal, file, faults, List.of());
                terminal.say(text.count("check.faults", file, faults.size()));
                yield Exit.WRONG;
            }
            case ConfigFile.Reading.Loaded(_, List<Notice> warnings, _) -> {
                report(arguments, terminal, file, List.of(), warnings);
                boolean fine = warnings.isEmpty();
                String key = fine ? "check.fine" : "check.warnings";
                terminal.say(text.count(key, file, warnings.size()));
                yield fine ? Exit.FINE : Exit.PROBLEM;
            }
        };
    }

    private static void report(
            Arguments arguments,
            Terminal terminal,
            String file,
            List<Fault> faults,
            List<Notice> warnings) {
        FaultText text = new FaultText(arguments.language());
        if (arguments.has(Option.JSON)) {
            terminal.out().println(json(file, faults, warnings, text));
            return;
        }
        faults.forEach(fault -> terminal.out().println(text.of(fault)));
        warnings.forEach(notice -> terminal.out().println(text.of(notice)));
    }

    private static String json(
            String file, List<Fault> faults, List<Notice> warnings, FaultText text) {
        Json json = new Json().open().member("file", file).member("valid", faults.isEmpty());
        json.list("faults");
        for (Fault fault : faults) {
            json.open().member("line", fault.line()).member("column", fault.column());
            json.known("path", fault.path()).member("seen", text.said(fault.seen()));
            json.member("expected", text.said(fault.expected()));
            json.known("hint", text.said(fault.hint().orElse(""))).close();
        }
        json.end().list("warnings");
        for (Notice notice : warnings) {
            json.open().member("line", notice.line()).member("column", notice.column());
            json.known("path", notice.path()).member("text", text.said(notice.text())).close();
        }
        return json.end().close().toString();
    }
}
