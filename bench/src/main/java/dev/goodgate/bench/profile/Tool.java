package dev.goodgate.bench.profile;

import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Runs the programs that look into a process.
final class Tool {
    private Tool() {}

    /// What the program printed; a program that fails ends the run with what it said.
    static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchFailure(String.join(" ", command) + ":\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new BenchFailure(command.getFirst() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted");
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BenchFailure(file + ": " + e.getMessage());
        }
    }

    /// What the JVM answered.
    static String jcmd(long pid, String... words) {
        List<String> command = new ArrayList<>(List.of(jdk("jcmd"), Long.toString(pid)));
        command.addAll(List.of(words));
        return run(command);
    }

    /// A program of the JDK that runs this.
    static String jdk(String program) {
        return Path.of(System.getProperty("java.home", ""), "bin", program).toString();
    }

    /// The process and all below it, as perf wants them.
    static String membersOf(long pid) {
        LongStream below =
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), below)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(","));
    }
}
