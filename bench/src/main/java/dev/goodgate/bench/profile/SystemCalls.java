package dev.goodgate.bench.profile;

import dev.goodgate.bench.run.Wrk;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many system calls of each kind a request takes, counted by `perf trace` for three seconds.
record SystemCalls(Path directory, long pid) {
    private static final int SECONDS = 3;

    /// ` epoll_wait 4711 0 ...`
    private static final Pattern LINE =
            Pattern.compile("\\s+([a-z][a-z0-9_]*)\\s+(\\d+)\\s+\\d+\\s.*");

    /// @param load runs so many seconds of load
    String under(IntFunction<Wrk.Seen> load) {
        CompletableFuture<Wrk.Seen> seen =
                CompletableFuture.supplyAsync(() -> load.apply(SECONDS + 3));
        String pids = Tool.membersOf(pid);
        Path counted = directory.resolve("perf.trace");
        Tool.run(List.of("sleep", "1"));
        Tool.run(
                List.of(
                        "perf",
                        "trace",
                        "-s",
                        "-p",
                        pids,
                        "-o",
                        counted.toString(),
                        "--",
                        "sleep",
                        Integer.toString(SECONDS)));
        Map<String, Long> calls = new TreeMap<>();
        for (String line : Tool.read(counted).split("\n", -1)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                calls.merge(matcher.group(1), Long.parseLong(matcher.group(2)), Long::sum);
            }
        }
        double requests = seen.join().requestsPerSecond() * SECONDS;
        StringBuilder text = new StringBuilder();
        calls.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(15)
                .forEach(call ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "%10.3f  %s%n",
                                        call.getValue() / requests,
                                        call.getKey())));
        return text.toString();
    }
}
