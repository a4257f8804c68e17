package dev.goodgate.lab.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The open files of a process before and after a run (oracle U8); knows nothing where the system
/// does not tell.
final class Descriptors {
    private static final int SLACK = 16;

    private final OptionalLong pid;
    private final int before;

    Descriptors(OptionalLong pid) {
        this.pid = pid;
        this.before = count();
    }

    /// Whether they are back to what they were, but for a few idle connections.
    boolean back() {
        return count() <= before + SLACK;
    }

    List<String> faults() {
        int after = count();
        return after <= before + SLACK
                ? List.of()
                : List.of("U8: " + after + " open files after the run, " + before + " before");
    }

    private int count() {
        if (pid.isEmpty()) return 0;
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid.getAsLong() + "/fd"))) {
            return (int) files.count();
        } catch (IOException _) {
            return 0;
        }
    }
}
