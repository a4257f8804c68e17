package dev.goodgate.logs.find;

import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.scan.Span;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The journal of systemd, read through its own program, which runs without a shell and ends with
/// us. Without a time asked for, the last 24 hours.
public final class Journal {
    private static final String NAME = "journal";
    private static final String HINT = "sudo usermod -aG systemd-journal \"$USER\"";

    private final String path;
    private final Duration silence;

    Journal(String path, Duration silence) {
        this.path = path;
        this.silence = silence;
    }

    /// The one whose program is found on that PATH.
    public static Journal on(String path) {
        return new Journal(path, Duration.ofSeconds(30));
    }

    /// Where the program is on that PATH, seen from that root.
    static Optional<Path> program(Path root, String path) {
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.startsWith("/")) continue;
            try {
                Path program = root.resolve(folder.substring(1)).resolve("journalctl");
                if (Files.isExecutable(program)) return Optional.of(program);
            } catch (InvalidPathException _) {
                // Not a folder then.
            }
        }
        return Optional.empty();
    }

    /// Reads what the journal holds of that time. What hinders is noted there.
    public void read(Explanation explanation, Span span) {
        Optional<Path> program = program(Path.of("/"), path);
        if (program.isEmpty()) {
            explanation.skip(absent());
            return;
        }
        try (Running running = Running.of(command(program.get(), span), silence)) {
            explanation.stream(NAME, running.output());
            verdict(running).ifPresent(explanation::skip);
        } catch (IOException failed) {
            explanation.skip(
                    new Skipped(NAME, Why.UNREADABLE, "journalctl: " + failed.getMessage()));
        }
    }

    /// The journal as it is written, from that time on, or from now on where the span has no
    /// beginning. Its output ends when it is closed. Throws when the program is missing or does not
    /// start; the message says what helps.
    public Running follow(Span span) throws IOException {
        Optional<Path> program = program(Path.of("/"), path);
        if (program.isEmpty()) throw new IOException(absent().detail());
        List<String> command = new ArrayList<>(List.of(program.get().toString(), "--follow"));
        command.addAll(List.of("--no-pager", "--output=short-iso-precise"));
        if (span.from() == Long.MIN_VALUE) command.add("--lines=0");
        else command.addAll(List.of("--lines=all", "--since=" + seconds(span.from())));
        return Running.of(command, Duration.ZERO);
    }

    private static List<String> command(Path program, Span span) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(program.toString(), "--no-pager", "--output=short-iso-precise"));
        boolean open = span.from() == Long.MIN_VALUE;
        command.add("--since=" + (open ? "-24h" : seconds(span.from())));
        if (span.to() != Long.MAX_VALUE) command.add("--until=" + seconds(span.to() + 999_999));
        return command;
    }

    private static String seconds(long micros) {
        return "@" + Math.floorDiv(micros, 1_000_000L);
    }

    private static Skipped absent() {
        return new Skipped(
                NAME, Why.UNREADABLE, "no journalctl on the PATH (name the log files instead)");
    }

    /// What its end says, if anything.
    private static Optional<Skipped> verdict(Running running) {
        if (running.silent()) {
            return Optional.of(new Skipped(NAME, Why.BROKEN, "journalctl said nothing in time"));
        }
        String said = running.errors();
        boolean closed =
                said.contains("insufficient permissions") || said.contains("ermission denied");
        if (closed) {
            String detail = "permission denied (try sudo, or " + HINT + ")";
            return Optional.of(new Skipped(NAME, Why.UNREADABLE, detail));
        }
        if (said.contains("not seeing messages")) {
            String detail = "only your own messages were read (try sudo, or " + HINT + ")";
            return Optional.of(new Skipped(NAME, Why.UNREADABLE, detail));
        }
        if (said.contains("No journal files were found")) {
            return Optional.of(new Skipped(NAME, Why.EMPTY, "no journal is kept here"));
        }
        int exit = running.exit();
        if (exit == 0) return Optional.empty();
        String detail =
                "journalctl ended with " + exit + (said.isEmpty() ? "" : ": " + first(said));
        return Optional.of(new Skipped(NAME, Why.BROKEN, detail));
    }

    private static String first(String said) {
        return said.lines().findFirst().orElse("");
    }
}
