package dev.goodgate.bench.compare;

import dev.goodgate.bench.run.Gateway;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/// The two forms of the results: a table for people and JSON for programs.
final class Report {
    private final List<Result> results;

    Report(List<Result> results) {
        this.results = results;
    }

    /// `summary` has the agreed members and nothing else; `details` says how far to trust them.
    String json() {
        Map<String, Object> summary = new LinkedHashMap<>();
        Map<String, Object> details = new LinkedHashMap<>();
        for (Result result : results) {
            Map<String, Object> figures = new LinkedHashMap<>();
            Map<String, Object> trust = new LinkedHashMap<>();
            trust.put("openLoopRate", Math.round(result.openRate()));
            result.figures()
                    .forEach((gateway, seen) -> {
                        figures.put(gateway.label(), summary(seen));
                        trust.put(gateway.label(), trust(seen));
                    });
            summary.put(result.label(), figures);
            details.put(result.label(), trust);
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("summary", summary);
        whole.put("details", details);
        return new JsonMapper().writeValueAsString(whole);
    }

    private static Map<String, Object> summary(Figures seen) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("cpuMicros", Math.round(seen.cpuMicros() * 100) / 100.0);
        members.put("requestsPerSecond", Math.round(seen.requestsPerSecond()));
        members.put("p50Micros", seen.p50Micros());
        members.put("p99Micros", seen.p99Micros());
        members.put("rssKiB", seen.rssKiB());
        return members;
    }

    private static Map<String, Object> trust(Figures seen) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("cpuSpreadPercent", Math.round(seen.cpuSpread() * 10) / 10.0);
        members.put("voidedRounds", seen.voided());
        members.put("openLoopErrors", seen.openErrors());
        members.put("steady", seen.steady());
        return members;
    }

    String table() {
        StringBuilder text = new StringBuilder();
        for (Result result : results) {
            text.append(
                    "%n%s  (p50 and p99 open loop at %.0f requests/s)%n"
                            .formatted(result.label(), result.openRate()));
            text.append(
                    "%-10s %12s %8s %8s %12s %9s %9s %8s %9s%n"
                            .formatted(
                                    "",
                                    "CPU/request",
                                    "spread",
                                    "x better",
                                    "requests/s",
                                    "p50",
                                    "p99",
                                    "x better",
                                    "RSS"));
            result.figures().forEach((gateway, seen) -> text.append(row(result, gateway, seen)));
        }
        return text.toString();
    }

    private static String row(Result result, Gateway gateway, Figures seen) {
        return String.format(
                Locale.ROOT,
                "%-10s %9.2f µs %6.1f %% %8s %12.0f %6d µs %6d µs %8s %5d MiB%s%s%s%n",
                gateway.label(),
                seen.cpuMicros(),
                seen.cpuSpread(),
                ratio(result, seen, Figures::cpuMicros),
                seen.requestsPerSecond(),
                seen.p50Micros(),
                seen.p99Micros(),
                ratio(result, seen, figures -> figures.p99Micros()),
                seen.rssKiB() / 1024,
                seen.steady() ? "" : "  (warm-up not steady)",
                seen.voided() == 0 ? "" : "  (" + seen.voided() + " rounds void)",
                seen.openErrors() == 0 ? "" : "  (" + seen.openErrors() + " open-loop errors)");
    }

    /// This value over the better of the peers'.
    private static String ratio(Result result, Figures seen, ToDoubleFunction<Figures> value) {
        double best =
                result.figures().entrySet().stream()
                        .filter(entry -> entry.getKey() != Gateway.GOODGATE)
                        .mapToDouble(entry -> value.applyAsDouble(entry.getValue()))
                        .min()
                        .orElse(0);
        return best == 0
                ? "-"
                : String.format(Locale.ROOT, "%.2f", value.applyAsDouble(seen) / best);
    }
}
