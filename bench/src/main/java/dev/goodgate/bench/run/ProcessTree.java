package dev.goodgate.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.LongStream;

/// What a process and all its descendants have cost, read from `/proc`.
///
/// CPU is user + system time of every process of the tree, dead children that were waited for
/// included, so compilers and collectors of a JVM count like any other thread.
public final class ProcessTree {
    /// Microseconds of one clock tick: USER_HZ is 100 on every Linux this runs on.
    private static final long TICK_MICROS = 10_000;

    private final long pid;

    /// The tree below and including this process.
    public ProcessTree(long pid) {
        this.pid = pid;
    }

    /// CPU time used so far, in microseconds, in steps of ten milliseconds.
    public long cpuMicros() {
        return members().map(ProcessTree::ticks).sum() * TICK_MICROS;
    }

    /// Resident memory now, in KiB. Pages shared inside the tree count once per process.
    public long rssKiB() {
        return members().map(member -> statusKiB(member, "VmRSS:")).sum();
    }

    /// The most resident memory the root process ever had, in KiB.
    public long peakRssKiB() {
        return statusKiB(pid, "VmHWM:");
    }

    private LongStream members() {
        LongStream below =
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), below);
    }

    private static long ticks(long pid) {
        String stat = read(pid, "stat");
        int afterName = stat.lastIndexOf(')');
        if (afterName < 0) {
            return 0;
        }
        // proc(5): field 3 follows the name; utime stime cutime cstime are fields 14 to 17.
        String[] fields = stat.substring(afterName + 2).split(" ", -1);
        return LongStream.range(11, 15).map(f -> Long.parseLong(fields[(int) f])).sum();
    }

    private static long statusKiB(long pid, String key) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
