package dev.goodgate.lab.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The oracles: what is wrong with what was seen of a line. No state.
final class Judge {
    private static final int WINDOW = 6;

    private Judge() {}

    /// What the client saw that it must not have; empty when all is right.
    static List<String> client(AttackLine line, Seen seen) {
        List<String> faults = new ArrayList<>();
        if (!seen.trouble().isEmpty()) return List.of(seen.trouble());
        Answers got = seen.answers();
        List<Set<Integer>> want = line.wanted().statuses();
        boolean plain = line.wanted().orPlainClose() && seen.closed();
        int count = got.statuses().size();
        if (count != want.size() && !(plain && count == want.size() - 1)) {
            faults.add(count + " responses " + brief(got) + " for " + want.size());
        }
        for (int i = 0; i < Math.min(count, want.size()); i++) {
            int status = got.statuses().get(i);
            if (!want.get(i).contains(status)) faults.add(status + " for " + want.get(i));
        }
        if (line.wanted().closes() && !seen.closed()) faults.add("not closed");
        if (!got.garbage().isEmpty()) faults.add("no response: " + got.garbage());
        else if (!got.whole()) faults.add("response cut short");
        if (got.interim() && line.old()) faults.add("1xx to an HTTP/1.0 client");
        got.texts().forEach(text -> reflection(faults, line.octets(), text));
        return faults;
    }

    /// What the upstream saw that it must not have. Before the end of a run (`last` false) only
    /// what cannot get better counts.
    static List<String> upstream(AttackLine line, Ledger.Lane lane, String peer, boolean last) {
        List<String> faults = new ArrayList<>(lane.faults());
        List<SeenRequest> complete = lane.complete();
        if (!line.counts().contains(complete.size())) {
            faults.add("U2: " + complete.size() + " upstream requests for " + line.counts());
        }
        for (int i = 0; i < Math.min(complete.size(), line.requests().size()); i++) {
            faults.addAll(line.requests().get(i).faults(complete.get(i), peer));
        }
        if (last && lane.begun() > 0) faults.add("a begun upstream request was not aborted");
        return faults;
    }

    private static String brief(Answers got) {
        return got.statuses().size() <= 4 ? got.statuses().toString() : "";
    }

    /// U5: markup of the request comes back as it was, or control octets do in a head.
    private static void reflection(List<String> faults, String request, String response) {
        int head = Math.max(0, response.indexOf("\r\n\r\n"));
        for (int i = 0; i < head; i++) {
            char c = response.charAt(i);
            if (c < ' ' && c != '\r' && c != '\n' && c != '\t') {
                faults.add("U5: control octet in a response head");
                return;
            }
        }
        for (int i = 0; i < request.length(); i++) {
            char c = request.charAt(i);
            if (c != '<' && c != '>') continue;
            int from = Math.max(0, Math.min(i - 2, request.length() - WINDOW));
            String part = request.substring(from, Math.min(request.length(), from + WINDOW));
            if (part.length() == WINDOW && response.contains(part)) {
                faults.add("U5: reflects " + Octets.escaped(part, WINDOW));
                return;
            }
        }
    }
}
