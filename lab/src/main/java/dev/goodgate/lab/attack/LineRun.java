package dev.goodgate.lab.attack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line under way: which cuts are done and what was wrong. Any thread may call.
final class LineRun {
    private final AttackLine line;
    private List<Cut> cuts;
    private final List<Done> done = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private @Nullable Seen wrong;

    private record Done(Seen seen, Ledger.Lane lane) {}

    LineRun(AttackLine line, int most) {
        this.line = line;
        this.cuts = Cut.of(line.octets(), most);
    }

    AttackLine line() {
        return line;
    }

    /// Cuts in two, at most so many from here on.
    synchronized void most(int most) {
        if (cuts.size() > most + 2) cuts = List.copyOf(cuts.subList(0, most + 2));
    }

    synchronized Cut cut(int index) {
        return cuts.get(index);
    }

    /// Whether that cut exists and is still worth while.
    synchronized boolean wants(int index) {
        return index < cuts.size() && faults.isEmpty();
    }

    synchronized void fault(String fault) {
        faults.add(fault);
    }

    synchronized void saw(Seen seen, Ledger.Lane lane) {
        done.add(new Done(seen, lane));
        List<String> found = new ArrayList<>(Judge.client(line, seen));
        found.addAll(Judge.upstream(line, lane, seen.peer(), false));
        note(seen, found);
    }

    private void note(Seen seen, List<String> found) {
        if (found.isEmpty()) return;
        if (wrong == null) wrong = seen;
        faults.addAll(found);
    }

    /// Whether an upstream request of a cut that was right so far is still under way.
    synchronized boolean begun() {
        return faults.isEmpty() && done.stream().anyMatch(one -> one.lane().begun() > 0);
    }

    /// The verdict over all cuts; what reached the upstream late counts, too.
    synchronized Report.Input result() {
        if (faults.isEmpty()) {
            for (Done one : done) {
                note(one.seen(), Judge.upstream(line, one.lane(), one.seen().peer(), true));
            }
        }
        Report.Verdict verdict = Report.Verdict.WRONG;
        if (faults.isEmpty()) {
            verdict = done.size() == cuts.size() ? Report.Verdict.RIGHT : Report.Verdict.SKIPPED;
        }
        Seen shown = wrong != null || done.isEmpty() ? wrong : done.getFirst().seen();
        return new Report.Input(
                line.id(),
                expected(),
                shown == null ? "" : shown.text(),
                verdict,
                shown == null ? "" : shown.cut().text(),
                faults.stream().distinct().limit(8).toList());
    }

    private String expected() {
        List<?> statuses = line.wanted().statuses();
        String text = statuses.size() <= 4 ? statuses.toString() : statuses.size() + " responses";
        return text + (line.wanted().closes() ? ", close" : "");
    }
}
