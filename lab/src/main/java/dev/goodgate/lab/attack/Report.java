package dev.goodgate.lab.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/// What a run has shown, line by line. `faults` are those of the run as a whole, such as files left
/// open. Immutable.
public record Report(List<Input> inputs, List<String> faults) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// One line: what was expected and seen, in words, in which cut, and every rule broken.
    public record Input(
            String id,
            String expected,
            String seen,
            Verdict verdict,
            String cut,
            List<String> faults) {}

    /// Right or wrong; skipped when there was no time for every cut.
    public enum Verdict {
        RIGHT,
        WRONG,
        SKIPPED
    }

    public Report {
        inputs = List.copyOf(inputs);
        faults = List.copyOf(faults);
    }

    /// How many lines got that verdict.
    public long count(Verdict verdict) {
        return inputs.stream().filter(i -> i.verdict() == verdict).count();
    }

    /// `{"inputs":[{id,expected,seen,verdict,cut,faults}],"summary":{total,right,wrong,skipped},
    /// "faults":[…]}`, total = right + wrong.
    public String json() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Input input : inputs) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", input.id());
            line.put("expected", input.expected());
            line.put("seen", input.seen());
            line.put("verdict", input.verdict().name().toLowerCase(Locale.ROOT));
            line.put("cut", input.cut());
            line.put("faults", input.faults());
            lines.add(line);
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("total", count(Verdict.RIGHT) + count(Verdict.WRONG));
        summary.put("right", count(Verdict.RIGHT));
        summary.put("wrong", count(Verdict.WRONG));
        summary.put("skipped", count(Verdict.SKIPPED));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("inputs", lines);
        all.put("summary", summary);
        all.put("faults", faults);
        return JSON.writeValueAsString(all);
    }

    /// For people: the lines that are not right, then the sum.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Input input : inputs) {
            if (input.verdict() == Verdict.RIGHT) continue;
            text.append(
                    "%-7s %-22s expected %s, seen %s (%s)%n"
                            .formatted(
                                    input.verdict().name().toLowerCase(Locale.ROOT),
                                    input.id(),
                                    input.expected(),
                                    input.seen(),
                                    input.cut()));
            input.faults().forEach(fault -> text.append("        ").append(fault).append('\n'));
        }
        faults.forEach(fault -> text.append("run     ").append(fault).append('\n'));
        return text.append(
                        "%d of %d right, %d wrong, %d skipped%n"
                                .formatted(
                                        count(Verdict.RIGHT),
                                        count(Verdict.RIGHT) + count(Verdict.WRONG),
                                        count(Verdict.WRONG),
                                        count(Verdict.SKIPPED)))
                .toString();
    }
}
