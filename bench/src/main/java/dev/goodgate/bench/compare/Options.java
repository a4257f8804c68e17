package dev.goodgate.bench.compare;

import dev.goodgate.bench.run.AccessLog;
import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.Gateway;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/// What the command line asks for.
///
/// @param rounds interleaved rounds of closed-loop load
/// @param seconds length of each
/// @param warmUps most warm-up rounds before a gateway counts as not steady
/// @param openRounds interleaved rounds of open-loop load
/// @param openLength length of each
record Options(
        List<Workload> workloads,
        List<Gateway> gateways,
        List<AccessLog> logs,
        boolean json,
        int rounds,
        int seconds,
        int warmUps,
        int openRounds,
        Duration openLength) {
    static final String USAGE =
            """
            bench/compare [--quick] [--json] [--workloads A,B] [--gateways goodgate,nginx,haproxy]
                          [--access-log off|on|both] [--rounds N] [--seconds N]
              --quick   keepalive-64B-64c without access log, in under 55 s
            """;

    private static final Options FULL =
            new Options(
                    List.of(Workload.values()),
                    List.of(Gateway.values()),
                    List.of(AccessLog.values()),
                    false,
                    7,
                    4,
                    10,
                    15,
                    Duration.ofSeconds(2));

    private static final Options QUICK =
            new Options(
                    List.of(Workload.KEEPALIVE_64B_64C),
                    List.of(Gateway.values()),
                    List.of(AccessLog.OFF),
                    false,
                    7,
                    1,
                    6,
                    3,
                    Duration.ofSeconds(1));

    static Options parse(String[] arguments) {
        ArrayDeque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        Options options = left.contains("--quick") ? QUICK : FULL;
        while (!left.isEmpty()) {
            String option = left.remove();
            options =
                    switch (option) {
                        case "--quick" -> options;
                        case "--json" -> options.withJson();
                        default -> {
                            if (left.isEmpty()) {
                                throw new BenchFailure(option + "\n" + USAGE);
                            }
                            yield options.with(option, left.remove());
                        }
                    };
        }
        return options;
    }

    private Options withJson() {
        return new Options(
                workloads, gateways, logs, true, rounds, seconds, warmUps, openRounds, openLength);
    }

    private Options with(String option, String value) {
        List<Workload> w = workloads;
        List<Gateway> g = gateways;
        List<AccessLog> l = logs;
        int r = rounds;
        int s = seconds;
        switch (option) {
            case "--workloads" -> w = list(value).stream().map(Workload::of).toList();
            case "--gateways" -> g = list(value).stream().map(Gateway::of).toList();
            case "--access-log" -> l = logs(value);
            case "--rounds" -> r = Integer.parseInt(value);
            case "--seconds" -> s = Integer.parseInt(value);
            default -> throw new BenchFailure(option + "\n" + USAGE);
        }
        return new Options(w, g, l, json, r, s, warmUps, openRounds, openLength);
    }

    private static List<String> list(String value) {
        return Arrays.asList(value.split(",", -1));
    }

    private static List<AccessLog> logs(String value) {
        return switch (value) {
            case "off" -> List.of(AccessLog.OFF);
            case "on" -> List.of(AccessLog.ON);
            case "both" -> List.of(AccessLog.OFF, AccessLog.ON);
            default -> throw new BenchFailure("--access-log " + value + "\n" + USAGE);
        };
    }
}
