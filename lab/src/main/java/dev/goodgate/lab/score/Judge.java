package dev.goodgate.lab.score;

import dev.goodgate.lab.client.Answer;
import dev.goodgate.lab.client.Answer.Wholeness;
import dev.goodgate.lab.scenario.Exchange;
import dev.goodgate.lab.scenario.Expectation;
import dev.goodgate.lab.scenario.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Compares what came with what the catalogue says. Of a foreign gateway the wire alone counts:
/// status, completeness, and the error type where it sends Proxy-Status; of ours its record, too.
final class Judge {
    private final Bench bench;

    Judge(Bench bench) {
        this.bench = bench;
    }

    /// What was seen, and what of it is wrong; nothing wrong means right.
    record Finding(Seen seen, List<String> wrong) {}

    Finding judge(Probe probe, Exchange exchange) {
        Expectation expected = probe.expectation();
        var wrong = new ArrayList<String>();
        Answer answer = exchange.answer();
        if (answer != null) {
            wire(probe, expected, answer, wrong);
        }
        Seen seen = seen(answer, Map.of());
        if (bench.ours() && !silent(expected)) {
            Map<String, Object> line = line(expected, exchange.requestId());
            seen = seen(answer, line);
            record(expected, seen, line, wrong);
        }
        return new Finding(seen, wrong);
    }

    /// True when nothing was asked: there is no exchange to record.
    private static boolean silent(Expectation expected) {
        return expected.symptom() == null && expected.status() == null;
    }

    private void wire(Probe probe, Expectation expected, Answer answer, List<String> wrong) {
        Integer status = expected.status();
        Boolean complete = expected.complete();
        if (status != null) {
            differ("status", probe.status().orElse(status), answer.status(), wrong);
        }
        if (complete != null && !complete.equals(complete(answer))) {
            wrong.add("complete " + complete(answer) + " (expected: " + complete + ")");
        }
        if (complete == null && answer.wholeness() == Wholeness.CUT) {
            wrong.add("cut (expected: delivered)");
        }
        if (status != null && (bench.ours() || answer.proxyError().isPresent())) {
            differ("error", expected.error(), answer.proxyError().orElse(null), wrong);
        }
    }

    private Map<String, Object> line(Expectation expected, String requestId) {
        List<Map<String, Object>> lines =
                bench.lines(
                        requestId, line -> Objects.equals(line.get("symptom"), expected.symptom()));
        return lines.stream()
                .filter(line -> Objects.equals(line.get("symptom"), expected.symptom()))
                .findFirst()
                .orElse(lines.isEmpty() ? Map.of() : lines.getFirst());
    }

    private void record(
            Expectation expected, Seen seen, Map<String, Object> line, List<String> wrong) {
        if (line.isEmpty()) {
            wrong.add("no access log line");
            return;
        }
        differ("symptom", expected.symptom(), seen.symptom(), wrong);
        differ("hop", expected.hop(), seen.hop(), wrong);
        differ("phase", expected.phase(), seen.phase(), wrong);
        if (seen.retry() != null) {
            differ("retry", expected.retry(), seen.retry(), wrong);
        }
        if (expected.attempts() != null) {
            differ("attempts", expected.attempts(), seen.attempts(), wrong);
        }
        differ("observation", expected.observation(), seen.observation(), wrong);
        String symptom = expected.symptom();
        if (symptom != null && expected.error() != null) {
            incident(symptom, line.get("incident"), wrong);
        }
    }

    private void incident(String symptom, @Nullable Object id, List<String> wrong) {
        if (!(id instanceof String text)) {
            wrong.add("no incident in the access log line");
        } else if (!bench.incident(text).replace(" ", "").contains("\"" + symptom + "\"")) {
            wrong.add("incident " + text + " does not say " + symptom);
        }
    }

    private static Seen seen(@Nullable Answer answer, Map<String, Object> line) {
        return new Seen(
                answer == null || answer.status() == 0 ? null : answer.status(),
                answer == null ? null : complete(answer),
                answer == null ? null : answer.proxyError().orElse(null),
                text(line, "symptom"),
                text(line, "hop"),
                text(line, "phase"),
                retry(line),
                line.get("attempts") instanceof Number n ? n.intValue() : null,
                line.get("observations") instanceof List<?> all && !all.isEmpty()
                        ? String.valueOf(all.getFirst())
                        : null);
    }

    /// A line without a class is that of an exchange that went well: not a failure, unless it took
    /// more than one try, whose class the line does not tell.
    private static @Nullable String retry(Map<String, Object> line) {
        String told = text(line, "retry");
        if (told != null || line.isEmpty()) {
            return told;
        }
        return line.get("attempts") instanceof Number n && n.intValue() > 1
                ? null
                : "NOT_A_FAILURE";
    }

    private static @Nullable String text(Map<String, Object> line, String name) {
        return line.get(name) instanceof String text ? text : null;
    }

    private static @Nullable Boolean complete(Answer answer) {
        return switch (answer.wholeness()) {
            case WHOLE -> Boolean.TRUE;
            case CUT -> Boolean.FALSE;
            case UNPROVABLE -> null;
        };
    }

    private static void differ(
            String what, @Nullable Object expected, @Nullable Object seen, List<String> wrong) {
        if (!Objects.equals(expected, seen)) {
            wrong.add(what + " " + seen + " (expected: " + expected + ")");
        }
    }
}
