package dev.goodgate.bench.profile;

import dev.goodgate.bench.compare.Workload;
import dev.goodgate.bench.run.AccessLog;
import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.Cores;
import dev.goodgate.bench.run.Gateway;
import dev.goodgate.bench.run.Wrk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Loads one gateway on its core and prints the functions that took the time, and for a JVM what it
/// allocated.
public final class Profile {
    private static final int WARM_UP_SECONDS = 12;

    private final Bed bed;
    private final Request request;
    private final Wrk wrk;

    /// What to profile.
    ///
    /// @param top lines of each list
    record Request(Gateway gateway, Workload workload, int seconds, int top) {
        static Request parse(String[] arguments) {
            Request request =
                    new Request(Gateway.GOODGATE, Workload.of("keepalive-64B-64c"), 20, 60);
            if (arguments.length % 2 != 0) {
                throw new BenchFailure("an option without a value: see the head of bench/profile");
            }
            for (int i = 0; i < arguments.length; i += 2) {
                request = request.with(arguments[i], arguments[i + 1]);
            }
            return request;
        }

        private Request with(String option, String value) {
            return switch (option) {
                case "--gateway" -> new Request(Gateway.of(value), workload, seconds, top);
                case "--workload" -> new Request(gateway, Workload.of(value), seconds, top);
                case "--seconds" -> new Request(gateway, workload, Integer.parseInt(value), top);
                case "--top" -> new Request(gateway, workload, seconds, Integer.parseInt(value));
                default -> throw new BenchFailure(option + ": see the head of bench/profile");
            };
        }
    }

    private Profile(Bed bed, Request request) {
        this.bed = bed;
        this.request = request;
        this.wrk = new Wrk(bed.peers().resolve("wrk.lua"), bed.cores().load());
    }

    /// Profiles what the arguments ask for. Ends with 3 when it could not.
    public static void main(String[] arguments) {
        Cores cores = Cores.ofThisMachine(Integer.getInteger("goodgate.processors", 1));
        try (Bed bed = new Bed(Bed.Project.ofProperties(), cores)) {
            new Profile(bed, Request.parse(arguments)).run();
        } catch (BenchFailure failure) {
            System.err.println("bench/profile: " + failure.getMessage());
            System.exit(3);
        }
    }

    private void run() {
        bed.startUpstream();
        Bed.Running running = bed.start(request.gateway(), AccessLog.OFF);
        boolean java = request.gateway() == Gateway.GOODGATE;
        load(running, java ? WARM_UP_SECONDS : 2);
        long pid = running.child().pid();
        long cpu = running.child().tree().cpuMicros();
        CompletableFuture<Wrk.Seen> seen =
                CompletableFuture.supplyAsync(() -> load(running, request.seconds()));
        perf(pid, java);
        Wrk.Seen all = seen.join();
        cpu = running.child().tree().cpuMicros() - cpu;
        System.out.printf(
                "%n%d requests, %.2f µs CPU each%n", all.requests(), (double) cpu / all.requests());
        SystemCalls calls = new SystemCalls(bed.directory(), pid);
        System.out.println(
                head("System calls per request", calls.under(length -> load(running, length))));
        if (java) {
            allocations(running, pid);
        }
    }

    private Wrk.Seen load(Bed.Running running, int seconds) {
        Workload workload = request.workload();
        return wrk.run(
                "http://127.0.0.1:" + running.port() + workload.path(),
                workload.connections(),
                seconds,
                workload.fields());
    }

    /// Samples by the CPU clock, so that it works in a virtual machine without counters.
    private void perf(long pid, boolean java) {
        Path data = bed.directory().resolve("perf.data");
        String pids = Tool.membersOf(pid);
        String seconds = Integer.toString(Math.max(1, request.seconds() - 3));
        Tool.run(
                List.of(
                        "perf",
                        "record",
                        "-q",
                        "-e",
                        "cpu-clock",
                        "-F",
                        "1999",
                        "-p",
                        pids,
                        "-o",
                        data.toString(),
                        "--",
                        "sleep",
                        seconds));
        Path map = Path.of("/tmp/perf-" + pid + ".map");
        if (java) {
            Tool.jcmd(pid, "Compiler.perfmap");
        }
        System.out.println(head("Where the time went (percent, part, function)", report(data)));
        System.out.println(head("By part", Tool.run(report(data, "dso"))));
        if (java) {
            map.toFile().deleteOnExit();
        }
    }

    private String report(Path data) {
        return Tool.run(report(data, "dso,symbol"));
    }

    private static List<String> report(Path data, String sort) {
        return List.of(
                "perf",
                "report",
                "-q",
                "--stdio",
                "-i",
                data.toString(),
                "--sort",
                sort,
                "-g",
                "none");
    }

    /// Apart from the samples, so that the recorder's own cost is not in them.
    private void allocations(Bed.Running running, long pid) {
        Path recording = bed.directory().resolve("recording.jfr");
        Tool.jcmd(pid, "JFR.start", "name=bench", "settings=profile");
        long before = Heap.usedOctets(pid);
        Wrk.Seen seen = load(running, 5);
        long used = Heap.usedOctets(pid) - before;
        Tool.jcmd(pid, "JFR.stop", "name=bench", "filename=" + recording);
        if (!Files.exists(recording)) {
            throw new BenchFailure("no recording: " + recording);
        }
        System.out.printf(
                "%n== Allocated octets per request: %.1f (less where a collection ran); by place,"
                        + " sampled%n",
                (double) used / seen.requests());
        System.out.println(new Allocations(recording).byPlace((double) seen.requests()));
        String view = Tool.jdk("jfr");
        String collections = Tool.run(List.of(view, "view", "gc", recording.toString()));
        System.out.println(head("Collections", collections));
    }

    private String head(String title, String text) {
        List<String> lines =
                text.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> line.replaceAll("(?<=\\S)\\s{2,}", "  "))
                        .toList();
        return "\n== "
                + title
                + "\n"
                + String.join("\n", lines.stream().limit(request.top()).toList());
    }
}
